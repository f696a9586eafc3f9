import type { CommissionRef, Posting, TransactionKind } from '../ledger/posting.ts';
import { leftOf } from './block-commission.ts';
import { waitingStatus } from './blocks.ts';
import { plainDecision } from './decision.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange, Outcome, Reversal } from './outcome.ts';
import type { CommissionRecord, Conversion, CountingState } from './state.ts';

/** The conversion a fact is about, as it stands at this point of the order. */
export function targetOf(fact: Fact, state: CountingState): Conversion | undefined {
  return fact.targetSeq === null ? undefined : state.conversion(fact.targetSeq);
}

export function refOf(conversion: Conversion, commission: CommissionRecord): CommissionRef {
  return { factSeq: conversion.factSeq, number: commission.number };
}

/** A block that was put on a commission or lifted from it, with what the commission is from here on. */
export function changeOf(
  kind: 'suspended' | 'restored' | 'approved' | 'held' | 'unheld',
  conversion: Conversion,
  commission: CommissionRecord,
): CommissionChange {
  const { blocks } = commission;
  return { kind, commission: refOf(conversion, commission), amount: leftOf(commission), status: waitingStatus(blocks), blocks };
}

export function move(
  commission: CommissionRecord,
  conversion: Conversion,
  debit: Posting['debit'],
  credit: Posting['credit'],
  amount: bigint,
): Posting {
  const { partnerId, currency } = commission;
  return { debit, credit, partnerId, currency, amount, commission: refOf(conversion, commission) };
}

/** What a fact does to commissions that were earned before it. */
export function outcomeOf(
  fact: Fact,
  reversals: readonly Reversal[],
  changes: readonly CommissionChange[],
  kind: TransactionKind,
  postings: readonly Posting[],
): Outcome {
  return {
    decision: plainDecision(fact, null),
    commissions: [],
    reversals,
    changes,
    transaction: postings.length === 0 ? null : { factSeq: fact.seq, kind, effectiveAt: fact.occurredAt, postings },
  };
}
