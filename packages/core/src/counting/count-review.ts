import type { Posting } from '../ledger/posting.ts';
import { isWaitingFreely, leftOf, liftBlock, putBlock } from './block-commission.ts';
import { isBlockedBy, type Block } from './blocks.ts';
import { nothing } from './decision.ts';
import { changeOf, move, outcomeOf, refOf, targetOf } from './commission-move.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange, Outcome, Reversal } from './outcome.ts';
import { giveBackCounters, takeBackRefusedVolume } from './volume.ts';
import type { CommissionRecord, Conversion, CountingState } from './state.ts';
import type { Terms } from './terms.ts';

/** Commissions approved: their review is over; without another block they are released once their hold has ended. */
export function countApproved(fact: Fact, state: CountingState): Outcome {
  return lift(fact, state, 'review', 'approved');
}

/** Commissions held by somebody of the company, with a reason: what had been released is pending again, and stays so. */
export function countHeld(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  const postings: Posting[] = [];
  const changes: CommissionChange[] = [];
  for (const commission of aimedAt(fact, conversion)) {
    const left = leftOf(commission);
    if (left <= 0n || isBlockedBy(commission.blocks, 'hold')) continue;
    if (putBlock(commission, 'hold', state)) postings.push(move(commission, conversion, 'payable', 'pending', left));
    changes.push(changeOf('held', conversion, commission));
  }
  if (changes.length === 0) return nothing(fact, 'already_counted');
  return outcomeOf(fact, [], changes, 'holding', postings);
}

/** The end of such a hold. */
export function countUnheld(fact: Fact, state: CountingState): Outcome {
  return lift(fact, state, 'hold', 'unheld');
}

/**
 * Commissions refused, with a reason: what is left of each is taken back at its frozen amount, wherever it stands; its caps and the
 * volume of its lines are given back. Each is refused alone: a share of the upline, or another clause's, stays.
 */
export function countRefused(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  const reversals: Reversal[] = [];
  const postings: Posting[] = [];
  const changes: CommissionChange[] = [];
  const refused = aimedAt(fact, conversion).filter((commission) => leftOf(commission) > 0n);
  takeBackRefusedVolume(conversion, refused, terms, state);
  for (const commission of refused) {
    const amount = leftOf(commission);
    giveBackCounters(conversion, commission, commission.amount, terms, state);
    const from = commission.status;
    if (isWaitingFreely(commission)) {
      state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, -amount);
    }
    commission.reversed = commission.amount;
    commission.isRefused = true;
    const { partnerId, currency } = commission;
    reversals.push({ factSeq: fact.seq, commission: refOf(conversion, commission), partnerId, currency, amount, from });
    postings.push(move(commission, conversion, from, 'commission_expense', amount));
    changes.push({ kind: 'refused', commission: refOf(conversion, commission) });
  }
  if (reversals.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcomeOf(fact, reversals, changes, 'refusal', postings);
}

function lift(fact: Fact, state: CountingState, block: Block, kind: 'approved' | 'unheld'): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  const changes: CommissionChange[] = [];
  for (const commission of aimedAt(fact, conversion)) {
    if (leftOf(commission) <= 0n || !isBlockedBy(commission.blocks, block)) continue;
    liftBlock(commission, block, fact.seq, state);
    changes.push(changeOf(kind, conversion, commission));
  }
  if (changes.length === 0) return nothing(fact, 'already_counted');
  return outcomeOf(fact, [], changes, 'restoration', []);
}

/** By number; under other rules, as when they are simulated, whatever the same line or order earns the same enrollment there. */
function aimedAt({ body }: Fact, { commissions }: Conversion): CommissionRecord[] {
  const aimed = new Set<CommissionRecord>();
  for (const { number, enrollmentId, lineId } of body.commissions ?? []) {
    const own = commissions.filter((commission) => commission.enrollmentId === enrollmentId);
    const exact = own.find((commission) => commission.number === number && commission.lineId === lineId);
    const alike = own.filter((commission) => commission.lineId === lineId || commission.lineId === null || lineId === null);
    for (const commission of exact === undefined ? alike : [exact]) aimed.add(commission);
  }
  return commissions.filter((commission) => aimed.has(commission));
}
