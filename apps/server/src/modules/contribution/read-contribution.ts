import type { ContributionAnswer } from '@cordee/contract/contribution';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { Refusal } from '../../platform/refusal.ts';
import { maskingPrograms } from '../program/index.ts';
import { toContract, type Reading } from './contribution-answer.ts';
import { selectContributions, type ContributionRecord } from './contribution.store.ts';
import { findConflicts } from './find-conflicts.ts';

/** A contribution, of this partner if one is given. Refuses `not_found`. */
export async function mustFind(
  tx: Tx,
  { workspaceId, now }: Context,
  id: string,
  own: string | null,
): Promise<ContributionRecord> {
  const [record] = await selectContributions(tx, workspaceId, { ids: [id], partnerId: own, now: now(), limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}

/** These contributions as the actor may see them. */
export async function answersOf(
  tx: Tx,
  context: Context,
  records: readonly ContributionRecord[],
): Promise<Wire<ContributionAnswer>[]> {
  const { workspaceId, actor, language } = context;
  const now = context.now();
  const conflicts = await findConflicts(tx, workspaceId, records, now);
  const own = ownPartner(actor);
  const masking = own === null ? new Set<string>() : await maskingPrograms(tx, workspaceId);
  const reading: Reading = { language, now, own, masking };
  return records.map((record) => toContract(record, conflicts.get(record.id) ?? [], reading));
}

export async function answerOf(tx: Tx, context: Context, record: ContributionRecord): Promise<Wire<ContributionAnswer>> {
  const [answer] = await answersOf(tx, context, [record]);
  if (answer === undefined) throw new Error('a contribution got lost on the way to its answer');
  return answer;
}
