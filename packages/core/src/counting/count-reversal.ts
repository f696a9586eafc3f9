import type { Posting } from '../ledger/posting.ts';
import { isWaitingFreely, leftOf, liftBlock, putBlock } from './block-commission.ts';
import { isBlockedBy } from './blocks.ts';
import { changeOf, move, outcomeOf, refOf, targetOf } from './commission-move.ts';
import { nothing } from './decision.ts';
import { refundAll, refundLines, remainingOf, reversedTarget, sum } from './conversion.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange, Outcome, Reversal } from './outcome.ts';
import { giveBackCounters, takeBackVolume } from './volume.ts';
import type { Conversion, CountingState } from './state.ts';
import type { Terms } from './terms.ts';

/** A refund: each commission of the conversion gives back its part, at its frozen amount, to whoever earned it. */
export function countRefund(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  // A refund of everything takes back what a free order earned too, where no amount could.
  if (fact.amount === null && (fact.body.lines ?? []).length === 0) return reverseAll(fact, conversion, terms, state);
  const before = conversion.lines.map((line) => line.refunded);
  const taken = refundLines(conversion.lines, fact);
  if (taken === 0n && conversion.lines.length > 0) return nothing(fact, 'nothing_left_to_reverse');
  takeBackVolume(conversion, before, terms, state);
  return reverse(fact, conversion, terms, state);
}

/** A cancellation of a known sale gives back all that is left; one that names no sale is only kept. */
export function countCancellation(fact: Fact, terms: Terms, state: CountingState): Outcome {
  if (fact.targetSeq === null) return { ...nothing(fact, 'recorded_only') };
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  return reverseAll(fact, conversion, terms, state);
}

/** A dispute: what the conversion earned waits, whatever stage it was at, until the dispute ends. */
export function countDisputeOpened(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  if (conversion.disputeEndedAt !== null && fact.occurredAt <= conversion.disputeEndedAt) return nothing(fact, 'already_counted');
  const postings: Posting[] = [];
  const changes: CommissionChange[] = [];
  for (const commission of conversion.commissions) {
    const left = leftOf(commission);
    if (left <= 0n || isBlockedBy(commission.blocks, 'dispute')) continue;
    if (putBlock(commission, 'dispute', state)) postings.push(move(commission, conversion, 'payable', 'pending', left));
    changes.push(changeOf('suspended', conversion, commission));
  }
  if (changes.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcomeOf(fact, [], changes, 'suspension', postings);
}

/** The dispute was won: what it kept is pending again, and payable at the next release once its hold has ended and nothing else keeps it. */
export function countDisputeWon(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  endDispute(conversion, fact);
  const changes: CommissionChange[] = [];
  for (const commission of conversion.commissions) {
    // What was taken back meanwhile waits for nothing any more.
    if (!isBlockedBy(commission.blocks, 'dispute') || leftOf(commission) <= 0n) continue;
    liftBlock(commission, 'dispute', fact.seq, state);
    changes.push(changeOf('restored', conversion, commission));
  }
  if (changes.length === 0) return nothing(fact, 'already_counted');
  return outcomeOf(fact, [], changes, 'restoration', []);
}

/** The dispute was lost: the disputed amount is given back for good (all that is left when the fact names no amount). */
export function countDisputeLost(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  const lost = fact.amount === null ? reverseAll(fact, conversion, terms, state) : countRefund(fact, terms, state);
  const restored = countDisputeWon(fact, state);
  return { ...lost, changes: [...lost.changes, ...restored.changes] };
}

/** Notes that a dispute over this conversion has ended; also used when a conversion is read back. */
export function endDispute(conversion: Conversion, fact: Fact): void {
  if (conversion.disputeEndedAt === null || fact.occurredAt > conversion.disputeEndedAt)
    conversion.disputeEndedAt = fact.occurredAt;
}

function reverseAll(fact: Fact, conversion: Conversion, terms: Terms, state: CountingState): Outcome {
  const before = conversion.lines.map((line) => line.refunded);
  refundAll(conversion.lines);
  takeBackVolume(conversion, before, terms, state);
  return reverse(fact, conversion, terms, state, true);
}

function reverse(fact: Fact, conversion: Conversion, terms: Terms, state: CountingState, all = false): Outcome {
  const reversals: Reversal[] = [];
  const postings: Posting[] = [];
  for (const commission of conversion.commissions) {
    // A bonus was earned by all that led to it, not by the event it happened to be paid at.
    if (commission.origin === 'milestone') continue;
    const target = all || everythingRefunded(conversion) ? commission.amount : reversedTarget(conversion, commission);
    const amount = target - commission.reversed;
    if (amount <= 0n) continue;
    giveBackCounters(conversion, commission, target, terms, state);
    commission.reversed = target;
    const from = commission.status;
    if (isWaitingFreely(commission)) {
      state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, -amount);
    }
    const { partnerId, currency } = commission;
    reversals.push({ factSeq: fact.seq, commission: refOf(conversion, commission), partnerId, currency, amount, from });
    postings.push(move(commission, conversion, from, 'commission_expense', amount));
  }
  if (reversals.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcomeOf(fact, reversals, [], 'reversal', postings);
}

function everythingRefunded(conversion: Conversion): boolean {
  return sum(conversion.lines.map(remainingOf)) === 0n;
}
