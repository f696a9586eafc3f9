import type { Posting, TransactionKind } from '../ledger/posting.ts';
import { nothing, plainDecision } from './decision.ts';
import { followConversion, hasFailed, isOldNews, reversedTarget } from './conversion.ts';
import { keyOfFact, type Fact } from './fact.ts';
import type { CommissionChange, Outcome, Reversal } from './outcome.ts';
import { giveBackCounters, takeBackVolume } from './volume.ts';
import type { CommissionRecord, Conversion, CountingState } from './state.ts';
import type { Terms } from './terms.ts';

/** A refund: each commission of the conversion gives back its part, at its frozen amount, to whoever earned it. */
export function countRefund(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  if (hasFailed(conversion, fact)) return nothing(fact, 'refund_failed');
  return takeBack(fact, conversion, terms, state);
}

/**
 * A refund did not arrive after all: what it took is given back at the same frozen amounts, so that everything is as if it had
 * never been told; what had been taken back whole and out of pending is pending again. Told before its refund, it keeps that
 * refund from taking anything.
 */
export function countRefundFailed(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  const refund = fact.body.refund;
  if (conversion === undefined || refund === undefined) return nothing(fact, 'unknown_target');
  if (conversion.failedRefunds.includes(refund)) return nothing(fact, 'already_counted');
  const isKnown = conversion.takings.some((taking) => taking.kind === 'refund' && keyOfFact(taking) === refund);
  const given = takeBack(fact, conversion, terms, state);
  if (!isKnown) return nothing(fact, 'unknown_target');
  return given.reversals.length === 0 ? nothing(fact, 'nothing_to_give_back') : given;
}

/** A cancellation of a known sale gives back all that is left; one that names no sale is only kept. */
export function countCancellation(fact: Fact, terms: Terms, state: CountingState): Outcome {
  if (fact.targetSeq === null) return { ...nothing(fact, 'recorded_only') };
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  return takeBack(fact, conversion, terms, state);
}

/** A dispute: what the conversion earned waits, whatever stage it was at, until the dispute ends. */
export function countDisputeOpened(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  if (isOldNews(conversion, fact)) return nothing(fact, 'already_counted');
  followConversion(conversion, fact);
  const postings: Posting[] = [];
  const changes: CommissionChange[] = [];
  for (const commission of conversion.commissions) {
    const left = commission.amount - commission.reversed;
    if (left <= 0n || commission.status === 'suspended') continue;
    if (commission.status === 'payable') postings.push(move(commission, conversion, 'payable', 'pending', left));
    else state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, -left);
    commission.status = 'suspended';
    changes.push({ kind: 'suspended', commission: refOf(conversion, commission), amount: left });
  }
  if (changes.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcome(fact, [], changes, 'suspension', postings);
}

/** The dispute was won: what waited is pending again, and payable at the next release once its hold has ended. */
export function countDisputeWon(fact: Fact, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  followConversion(conversion, fact);
  const changes = restore(fact, conversion, state);
  if (changes.length === 0) return nothing(fact, 'already_counted');
  return outcome(fact, [], changes, 'restoration', []);
}

/** The dispute was lost: the disputed amount is given back for good (all that is left when the fact names no amount). */
export function countDisputeLost(fact: Fact, terms: Terms, state: CountingState): Outcome {
  const conversion = targetOf(fact, state);
  if (conversion === undefined) return nothing(fact, 'unknown_target');
  const lost = takeBack(fact, conversion, terms, state);
  return { ...lost, changes: [...lost.changes, ...restore(fact, conversion, state)] };
}

function restore(fact: Fact, conversion: Conversion, state: CountingState): CommissionChange[] {
  const changes: CommissionChange[] = [];
  for (const commission of conversion.commissions) {
    const left = commission.amount - commission.reversed;
    // What was taken back meanwhile waits for nothing any more.
    if (commission.status !== 'suspended' || left <= 0n) continue;
    commission.status = 'pending';
    commission.sinceSeq = fact.seq;
    state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, left);
    changes.push({ kind: 'restored', commission: refOf(conversion, commission), amount: left });
  }
  return changes;
}

/** Brings each commission to what must be reversed of it now: more after a taking, less after one that failed. */
function takeBack(fact: Fact, conversion: Conversion, terms: Terms, state: CountingState): Outcome {
  const before = conversion.lines.map((line) => line.refunded);
  followConversion(conversion, fact);
  takeBackVolume(conversion, before, terms, state);
  const reversals: Reversal[] = [];
  const changes: CommissionChange[] = [];
  const postings: Posting[] = [];
  for (const commission of conversion.commissions) {
    // A bonus was earned by all that led to it, not by the event it happened to be paid at.
    if (commission.origin === 'milestone') continue;
    const target = reversedTarget(conversion, commission);
    const amount = target - commission.reversed;
    if (amount === 0n) continue;
    giveBackCounters(conversion, commission, target, terms, state);
    if (amount < 0n && commission.reversed === commission.amount) changes.push(reopen(fact, conversion, commission));
    commission.reversed = target;
    const from = commission.status === 'payable' ? 'payable' : 'pending';
    if (amount > 0n) commission.takenFrom = from;
    const { partnerId, currency, payableAt } = commission;
    if (commission.status === 'pending') state.pendingChanged(partnerId, currency, payableAt, -amount);
    reversals.push({ factSeq: fact.seq, commission: refOf(conversion, commission), partnerId, currency, amount, from });
    const [debit, credit] = amount > 0n ? ([from, 'commission_expense'] as const) : (['commission_expense', from] as const);
    postings.push(move(commission, conversion, debit, credit, amount > 0n ? amount : -amount));
  }
  if (reversals.length === 0) return nothing(fact, 'nothing_left_to_reverse');
  return outcome(fact, reversals, changes, reversals.some(({ amount }) => amount < 0n) ? 'restitution' : 'reversal', postings);
}

/** One that had been taken back whole has something left again: back to where it was taken from, or to wait for its dispute. */
function reopen(fact: Fact, conversion: Conversion, commission: CommissionRecord): CommissionChange {
  commission.status = conversion.disputed ? 'suspended' : commission.takenFrom;
  commission.sinceSeq = fact.seq;
  return { kind: 'returned', commission: refOf(conversion, commission), to: commission.status };
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
