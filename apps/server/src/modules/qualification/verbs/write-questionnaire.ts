import type { CreateQuestionnaire, QuestionnaireDetail } from '@cordee/contract/questionnaire';
import type { QuestionnaireDocument } from '@cordee/contract/questionnaire-values';
import { encodeId } from '@cordee/core/ids';
import { checkQuestionnaire, usualQuestionnaire } from '@cordee/core/qualification';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { asQuestionnaire, hashOf } from '../questionnaire-answer.ts';
import {
  insertQuestionnaire,
  insertVersion,
  lockQuestionnaire,
  setArchived,
  updateQuestionnaireDraft,
  type QuestionnaireRecord,
} from '../questionnaire.store.ts';
import { mustFindQuestionnaire, questionnaireDetail } from '../queries/read-questionnaires.ts';
import { incomplete, isArchived, unchanged } from '../refusals.ts';

/** Begins a questionnaire, from our own items for a kind of partner or from a document. */
export function createQuestionnaire(context: Context, { template, document }: CreateQuestionnaire): Promise<QuestionnaireDetail> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const at = context.now();
    const id = newUuid(at);
    // Readonly lists of core, the same in the store.
    const draft = document ?? (usualQuestionnaire(template ?? 'referrer') as QuestionnaireDocument);
    await insertQuestionnaire(tx, workspaceId, { id, draft, at });
    const result = await questionnaireDetail(tx, workspaceId, id);
    return { result, audit: { action: 'questionnaire.created', subject: result.id, after: { name: draft.name } } };
  });
}

/** Replaces the draft. Refuses `not_found`, and `conflict` for one that is put away. */
export function changeQuestionnaire(context: Context, id: string, document: QuestionnaireDocument): Promise<QuestionnaireDetail> {
  return change(context, id, 'changed', async (tx, record) => {
    if (record.archivedAt !== null) throw isArchived;
    await updateQuestionnaireDraft(tx, context.workspaceId, id, document);
    return { name: document.name, items: document.items.length };
  });
}

/** Publishes the draft as the next version. Refuses `questionnaire_incomplete` with what is missing, `conflict` when nothing changed. */
export function publishQuestionnaire(context: Context, id: string): Promise<QuestionnaireDetail> {
  return change(context, id, 'published', async (tx, record) => {
    if (record.archivedAt !== null) throw isArchived;
    const { draft, latest } = record;
    const problems = checkQuestionnaire(asQuestionnaire(draft));
    if (problems.length > 0) throw incomplete(problems);
    const hash = hashOf(draft);
    if (latest !== null && latest.hash === hash) throw unchanged;
    const version = record.versions + 1;
    await insertVersion(tx, context.workspaceId, id, { version, document: draft, hash, publishedAt: context.now() });
    return { version, hash };
  });
}

/** Puts a questionnaire away, or takes it back: what was asked with it stays. */
export function archiveQuestionnaire(context: Context, id: string, archived: boolean): Promise<QuestionnaireDetail> {
  return change(context, id, archived ? 'archived' : 'restored', async (tx, record) => {
    const at = archived ? (record.archivedAt ?? context.now()) : null;
    await setArchived(tx, context.workspaceId, id, at);
    return { archived };
  });
}

function change(
  context: Context,
  id: string,
  action: string,
  act: (tx: Tx, record: QuestionnaireRecord) => Promise<object>,
): Promise<QuestionnaireDetail> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if (!(await lockQuestionnaire(tx, workspaceId, id))) throw new Refusal('not_found');
    const after = await act(tx, await mustFindQuestionnaire(tx, workspaceId, id));
    const result = await questionnaireDetail(tx, workspaceId, id);
    return { result, audit: { action: `questionnaire.${action}`, subject: encodeId('qst', id), after } };
  });
}
