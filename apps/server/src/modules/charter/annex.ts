import type { AskedChange } from '@cordee/contract/charter-document';
import type { CharterChange, CharterDocument } from '@cordee/core/charter';
import { decodeId, encodeId } from '@cordee/core/ids';
import { shiftDate, startOfDay } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { annexedPlan } from '../program/index.ts';
import type { HeldCharter } from './hold-charter.ts';
import { unknownAnnex } from './refusals.ts';

/** A change as it is made: a plan that is asked for is taken in as it was published. Refuses `unknown_reference`. */
export async function madeChange(
  tx: Tx,
  workspaceId: string,
  { charter: { partnerId, partnerName }, now }: Pick<HeldCharter, 'charter' | 'now'>,
  asked: AskedChange,
): Promise<CharterChange> {
  if (asked.part !== 'annex') return asked;
  if (asked.after === null) return { part: 'annex', after: null };
  const { enrollmentId, planVersionId } = asked.after;
  const plan = await annexedPlan(tx, workspaceId, { enrollmentId, planVersionId, partnerId, partnerName, at: now });
  if (plan === null) throw new Refusal('unknown_reference', [unknownAnnex]);
  const after = {
    enrollmentId: encodeId('enr', enrollmentId),
    planId: encodeId('pln', plan.planId),
    planVersionId: encodeId('plv', planVersionId),
    planName: plan.planName,
    version: plan.version,
    hash: plan.hash,
    clauses: plan.clauses,
  };
  return { part: 'annex', after };
}

export type AnnexStanding = 'none' | 'runs' | 'other_version' | 'other_plan' | 'not_published';

/**
 * How the annex of a document stands to what runs for its enrollment on the first day: `other_plan` means that the enrollment takes the plan
 * of the annex then; `other_version` and `not_published` that the annex cannot be agreed on.
 */
export async function annexStanding(
  tx: Tx,
  workspaceId: string,
  { annex, startsOn }: Pick<CharterDocument, 'annex' | 'startsOn'>,
  { charter: { partnerId, partnerName }, today, zone }: Pick<HeldCharter, 'charter' | 'today' | 'zone'>,
): Promise<AnnexStanding> {
  if (annex === null) return 'none';
  const [enrollmentId, planVersionId] = [decodeId('enr', annex.enrollmentId), decodeId('plv', annex.planVersionId)];
  if (enrollmentId === null || planVersionId === null) return 'not_published';
  const from = startsOn === null || startsOn < today ? today : startsOn;
  // The last moment of the day: what begins on it runs on it.
  const at = startOfDay(shiftDate(from, 1), zone) - 1;
  const plan = await annexedPlan(tx, workspaceId, { enrollmentId, planVersionId, partnerId, partnerName, at });
  return plan === null || plan.hash !== annex.hash ? 'not_published' : plan.standing;
}
