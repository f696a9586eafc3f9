import type { Posting, TransactionKind } from '../ledger/posting.ts';
import { nothing, plainDecision } from './decision.ts';
import { refundAll, refundLines, remainingOf, reversedTarget, sum } from './conversion.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange, Outcome, Reversal } from './outcome.ts';
import { giveBackCounters, takeBackVolume } from './volume.ts';
import type { CommissionRecord, Conversion, CountingState } from './state.ts';
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
    const left = commission.amount - commission.reversed;
    if (left <= 0n || commission.status === 'suspended') continue;
    if (commission.status === 'payable') postings.push(move(commission, conversion, 'payable', 'pending', left));
    else state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, -left);
    commission.status = 'suspended';
    changes.push({ kind: 'suspended', commission: refOf(conversion, commission) });
  }
  if (changes.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcome(fact, [], changes, 'suspension', postings);
}

/** The dispute was won: what waited is pending again, and payable at the next release once its hold has ended. */
export function countDisputeWon(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  endDispute(conversion, fact);
  const changes: CommissionChange[] = [];
  for (const commission of conversion.commissions) {
    const left = commission.amount - commission.reversed;
    // What was taken back meanwhile waits for nothing any more.
    if (commission.status !== 'suspended' || left <= 0n) continue;
    commission.status = 'pending';
    commission.sinceSeq = fact.seq;
    state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, left);
    changes.push({ kind: 'restored', commission: refOf(conversion, commission) });
  }
  if (changes.length === 0) return nothing(fact, 'already_counted');
  return outcome(fact, [], changes, 'restoration', []);
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
    const from = commission.status === 'payable' ? 'payable' : 'pending';
    if (commission.status === 'pending') {
      state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, -amount);
    }
    const { partnerId, currency } = commission;
    reversals.push({ factSeq: fact.seq, commission: refOf(conversion, commission), partnerId, currency, amount, from });
    postings.push(move(commission, conversion, from, 'commission_expense', amount));
  }
  if (reversals.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcome(fact, reversals, [], 'reversal', postings);
}

function everythingRefunded(conversion: Conversion): boolean {
  return sum(conversion.lines.map(remainingOf)) === 0n;
}

function targetOf(fact: Fact, state: CountingState): Conversion | undefined {
  return fact.targetSeq === null ? undefined : state.conversion(fact.targetSeq);
}

function refOf(conversion: Conversion, commission: CommissionRecord) {
  return { factSeq: conversion.factSeq, number: commission.number };
}

function move(
  commission: CommissionRecord,
  conversion: Conversion,
  debit: Posting['debit'],
  credit: Posting['credit'],
  amount: bigint,
): Posting {
  const { partnerId, currency } = commission;
  return { debit, credit, partnerId, currency, amount, commission: refOf(conversion, commission) };
}

function outcome(
  fact: Fact,
  reversals: Reversal[],
  changes: CommissionChange[],
  kind: TransactionKind,
  postings: Posting[],
): Outcome {
  return {
    decision: plainDecision(fact, null),
    commissions: [],
    reversals,
    changes,
    transaction: postings.length === 0 ? null : { factSeq: fact.seq, kind, effectiveAt: fact.occurredAt, postings },
  };
}
