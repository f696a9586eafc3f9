import type { ApplicationDetail, DecideApplication } from '@cordee/contract/application';
import { decodeId, encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { joinTransaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { createPartner, findPartner } from '../../partner/index.ts';
import { enroll } from '../../program/index.ts';
import { applicationToDetail } from '../application-answer.ts';
import { lockApplication, setOutcome, type ApplicationRecord } from '../application.store.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { mustFindApplication } from '../queries/read-applications.ts';
import { countFor } from '../queries/read-forms.ts';
import { answered, unconfirmed, unknownPartner } from '../refusals.ts';

const states = { accepted: 'accepted', refused: 'refused', more_questions: 'asked' } as const;

/**
 * Answers an application, in one transaction with the partner and the enrollment an acceptance makes. After a question the company may
 * still accept or refuse. Refuses `not_found`, `conflict`, and what making the partner or enrolling it refuses.
 */
export function decideApplication(context: Context, id: string, decision: DecideApplication): Promise<ApplicationDetail> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if (!(await lockApplication(tx, workspaceId, id))) throw new Refusal('not_found');
    const before = await mustFindApplication(tx, workspaceId, id);
    if (before.state === 'unconfirmed') throw unconfirmed;
    if (before.state !== 'waiting' && before.state !== 'asked') throw answered;
    const { kind, reason } = decision;
    const at = context.now();
    const made = kind === 'accepted' ? await welcome(tx, context, before, decision) : { partnerId: null, enrollmentId: null };
    await setOutcome(tx, workspaceId, id, { state: states[kind], reason, at, ...made });
    if (kind !== 'more_questions') await countFor(tx, { workspaceId, formId: before.formId, step: kind, at });
    const after = {
      programId: encodeId('prg', before.programId),
      state: states[kind],
      partnerId: made.partnerId === null ? null : encodeId('prt', made.partnerId),
    };
    const result = await applicationToDetail(tx, workspaceId, await mustFindApplication(tx, workspaceId, id));
    return {
      result,
      audit: { action: 'application.decided', subject: encodeId('app', id), before: { state: before.state }, after },
    };
  });
}

/** The partner, if it is not one already, and its enrollment. */
async function welcome(
  tx: Tx,
  context: Context,
  { name, email, country, language, document, programId, id }: ApplicationRecord,
  { partnerKind, partnerId: known }: DecideApplication,
): Promise<{ partnerId: string; enrollmentId: string }> {
  const { idempotency: _, ...plain } = context;
  const joined: Context = { ...plain, db: joinTransaction(tx) };
  if (known !== undefined && (await findPartner(tx, context.workspaceId, known)) === null) throw unknownPartner();
  const partnerId =
    known ??
    uuidOf(
      'prt',
      (
        await createPartner(joined, {
          name,
          kind: partnerKind ?? document.kind,
          email,
          language,
          ...(country === null ? {} : { country }),
          stage: 'onboarding',
          attributes: { application: encodeId('app', id) },
        })
      ).id,
    );
  const enrollment = await enroll(joined, { programId, partnerId, state: 'active' });
  await withWorkspace(tx, context.workspaceId);
  return { partnerId, enrollmentId: uuidOf('enr', enrollment.id) };
}

function uuidOf(prefix: 'prt' | 'enr', text: string): string {
  const id = decodeId(prefix, text);
  if (id === null) throw new Error(`not an id of ${prefix}: ${text}`);
  return id;
}
