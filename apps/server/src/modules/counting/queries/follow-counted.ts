import type { CommissionStatus } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { commissionToContract, type CommissionAnswer } from '../answers/commission-answer.ts';
import { loadStoredCommissions } from '../counted.store.ts';
import {
  countedThrough,
  firstStatuses,
  forgetMoves,
  numbersOfVersions,
  selectCommissionsByKey,
  selectMoves,
  type CommissionMove,
} from '../following.store.ts';

/** What counting did to one commission. */
export interface CommissionNews {
  readonly kind: 'created' | 'changed';
  /** When the fact behind it was recorded. */
  readonly at: Instant;
  readonly factSeq: bigint;
  /** As it stood after that fact. */
  readonly commission: CommissionAnswer;
  readonly changes: CommissionChanges | null;
}

export interface CommissionChanges {
  readonly status?: { readonly old: CommissionStatus; readonly new: CommissionStatus };
  readonly reversed?: { readonly old: bigint; readonly new: bigint };
}

export interface FollowCounted {
  /** The last fact told so far. */
  readonly after: bigint;
  /** In which days begin and end. */
  readonly zone: string;
  /** Facts at once. */
  readonly limit: number;
  readonly created: boolean;
  readonly changed: boolean;
}

/** More changes than one sale can have; a release or payout of more is told in several steps. */
const MOST_MOVES = 5000;

/**
 * What counting did behind a fact, in the order of facts, and how far that goes. What was told of kept changes is forgotten in
 * this transaction: commit it with what was made of the news.
 */
export async function followCounted(
  tx: Tx,
  workspaceId: string,
  { after, zone, limit, created, changed }: FollowCounted,
): Promise<{ news: CommissionNews[]; through: bigint; more: boolean }> {
  const counted = await countedThrough(tx, workspaceId);
  if (!created && !changed) return { news: [], through: counted, more: false };
  const end = counted > after + BigInt(limit) ? after + BigInt(limit) : counted;
  if (end <= after) return { news: [], through: after, more: false };
  const { moves, through } = changed
    ? completeMoves(await selectMoves(tx, workspaceId, after, end, MOST_MOVES), after, end)
    : { moves: [], through: end };
  const fresh = created ? await loadStoredCommissions(tx, workspaceId, 'fact_seq > $2 and fact_seq <= $3', [after, through]) : [];
  const first = await firstStatuses(tx, workspaceId, fresh);
  await forgetMoves(tx, workspaceId, moves);
  const moved = await selectCommissionsByKey(tx, workspaceId, distinctKeys(moves));
  const versions = await numbersOfVersions(tx, workspaceId, [
    ...new Set([...fresh, ...moved].map(({ planVersionId }) => planVersionId)),
  ]);
  const byKey = new Map(moved.map((commission) => [`${commission.factSeq}.${commission.number}`, commission]));
  const news: CommissionNews[] = fresh.map((commission) => ({
    kind: 'created',
    at: commission.recordedAt,
    factSeq: commission.factSeq,
    commission: commissionToContract(
      { ...commission, status: first.get(`${commission.factSeq}.${commission.number}`) ?? commission.status, reversed: 0n },
      commission.recordedAt,
      { zone, versions },
    ),
    changes: null,
  }));
  for (const move of moves) {
    const stored = byKey.get(`${move.commission.factSeq}.${move.commission.number}`);
    if (stored === undefined) throw new Error(`commission ${move.commission.factSeq}.${move.commission.number} is missing`);
    const commission = { ...stored, status: move.status?.after ?? stored.status, reversed: move.reversed.after };
    news.push({
      kind: 'changed',
      at: move.causeAt,
      factSeq: move.causeSeq,
      commission: commissionToContract(commission, stored.recordedAt, { zone, versions }),
      changes: changesOf(move),
    });
  }
  return { news: news.toSorted(inOrder), through, more: through < counted };
}

/** Cuts at the last whole fact; of a fact with more changes than fit, those that do, and the cursor stays before it. */
function completeMoves(moves: CommissionMove[], after: bigint, end: bigint): { moves: CommissionMove[]; through: bigint } {
  const last = moves.at(-1);
  if (last === undefined || moves.length < MOST_MOVES) return { moves, through: end };
  const whole = moves.filter(({ causeSeq }) => causeSeq < last.causeSeq);
  return whole.length > 0 ? { moves: whole, through: last.causeSeq - 1n } : { moves, through: after };
}

function changesOf({ status, reversed }: CommissionMove): CommissionChanges {
  return {
    ...(status === null ? {} : { status: { old: status.before, new: status.after } }),
    ...(reversed.before === reversed.after ? {} : { reversed: { old: reversed.before, new: reversed.after } }),
  };
}

function distinctKeys(moves: readonly CommissionMove[]) {
  return [...new Map(moves.map(({ commission }) => [`${commission.factSeq}.${commission.number}`, commission])).values()];
}

// A sort keeps equals as they are: what a fact created comes before what it changed.
function inOrder(a: CommissionNews, b: CommissionNews): number {
  if (a.factSeq === b.factSeq) return 0;
  return a.factSeq < b.factSeq ? -1 : 1;
}
