import { commissionId, parseDerivedId } from '@cordee/core/ids';
import { decodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordReviews, type ReviewResult } from '../../counting/index.ts';
import type { ClaimRecord, RecordedFact, Settled } from '../claim.store.ts';
import { unsettled } from '../refusals.ts';

/**
 * Lets the contested commission go: the hold on it is lifted, and it is approved. Refuses `claim_unsettled` when it was taken back in full,
 * which nothing brings back, or when nothing keeps it.
 */
export async function releaseCommission(tx: Tx, context: Context, claim: ClaimRecord): Promise<Settled> {
  const { fact, commissionNumber: number } = claim;
  if (fact === null || number === null) throw noCommission();
  const id = decodeId('com', commissionId(fact.recordedAt, fact.seq, number)) ?? '';
  const lifted = await review(tx, context, id, 'unhold');
  const approved = await review(tx, context, id, 'approve');
  if (lifted.verdict === 'not_found' || lifted.verdict === 'reversed') throw takenBack();
  const made = [approved, lifted].find(({ verdict }) => verdict === 'done');
  if (made === undefined) throw nothingKeepsIt();
  return { by: 'commission', fact: placeOf(made), contributionId: null, unsettled: null };
}

async function review(tx: Tx, context: Context, commission: string, action: 'unhold' | 'approve'): Promise<ReviewResult> {
  const decision = { commissionId: commission, action, reason: null };
  const [result] = await recordReviews(tx, context.workspaceId, context.now(), [decision]);
  if (result === undefined) throw new Error('a review got lost');
  return result;
}

function placeOf({ factId }: ReviewResult): RecordedFact | null {
  const parts = factId === null ? null : parseDerivedId('fct', factId);
  return parts === null ? null : { seq: parts.seq, recordedAt: parts.at };
}

const noCommission = () =>
  unsettled('settlement.by', 'commission', {
    en: 'No commission is contested: name the fact that puts it right.',
    fr: 'Aucune commission n’est contestée : désignez le fait qui règle la réclamation.',
  });

const takenBack = () =>
  unsettled('settlement.by', 'reversed', {
    en: 'This commission was taken back in full, and a refusal stays: record what is owed as a new fact, and settle by it.',
    fr: 'Cette commission a été reprise en totalité, et un refus demeure : enregistrez ce qui est dû comme un nouveau fait, et réglez par lui.',
  });

const nothingKeepsIt = () =>
  unsettled('settlement.by', 'unchanged', {
    en: 'Nothing keeps this commission back: there is nothing to let go.',
    fr: 'Rien ne retient cette commission : il n’y a rien à libérer.',
  });
