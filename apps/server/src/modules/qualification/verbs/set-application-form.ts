import type { FormDocument } from '@cordee/contract/application-form';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { findProgram } from '../../program/index.ts';
import { findFormOf, saveForm } from '../application-form.store.ts';
import type { QualificationParts } from '../parts.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { getApplicationForm } from '../queries/read-forms.ts';

/** Sets the form of a program; its address stays. What was sent keeps the form it was sent with. Refuses `not_found`. */
export async function setApplicationForm(
  context: Context,
  parts: QualificationParts,
  programId: string,
  { open, document }: { readonly open: boolean; readonly document: FormDocument },
) {
  mustManageQualification(context.actor);
  await write(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findProgram(tx, workspaceId, programId)) === null) throw new Refusal('not_found');
    const before = await findFormOf(tx, workspaceId, programId);
    const changedAt = context.now();
    const id = before?.id ?? newUuid(changedAt);
    await saveForm(tx, workspaceId, { id, programId, isOpen: open, document, changedAt });
    const after = { programId: encodeId('prg', programId), open, title: document.title, questions: document.questions.length };
    return { result: { id }, audit: { action: 'application_form.set', subject: encodeId('apf', id), after } };
  });
  return getApplicationForm(context, parts, programId, 90);
}
