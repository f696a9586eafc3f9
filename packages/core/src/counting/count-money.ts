import type { AccountKind, Posting, TransactionKind } from '../ledger/posting.ts';
import { nothing, plainDecision } from './decision.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange, Outcome } from './outcome.ts';
import type { CountingState, PayoutRecord } from './state.ts';

/** Releases everything whose hold has ended: pending becomes payable, one posting per partner and currency. */
export function countMaturity(fact: Fact, state: CountingState): Outcome {
  const dueAt = fact.body.dueAt ?? fact.occurredAt;
  const due = state.release(dueAt, fact.seq).filter(({ amount }) => amount > 0n);
  if (due.length === 0) return nothing(fact, 'nothing_due');
  const postings = due
    .toSorted((a, b) => compareText(a.partnerId, b.partnerId) || compareText(a.currency, b.currency))
    .map(({ partnerId, currency, amount }): Posting => ({
      debit: 'pending',
      credit: 'payable',
      partnerId,
      currency,
      amount,
      commission: null,
    }));
  return moved(fact, 'release', postings, [{ kind: 'released', dueAt }]);
}

/** Takes a partner's payable balance into a payout; the amount is in the fact, fixed when it was recorded. */
export function countPayoutStarted(fact: Fact, state: CountingState): Outcome {
  const { payoutId, partnerId } = fact.body;
  if (payoutId === undefined || partnerId === undefined || fact.currency === null || fact.amount === null || fact.amount <= 0n) {
    return nothing(fact, 'amount_is_zero');
  }
  if (state.payout(payoutId) !== undefined) return nothing(fact, 'already_counted');
  const payout: PayoutRecord = { partnerId, currency: fact.currency, amount: fact.amount, open: true };
  state.rememberPayout(payoutId, payout);
  return payoutStep(fact, payoutId, payout, 'started', 'payable', 'in_payout');
}

/** The payout arrived: it leaves the books as paid. */
export function countPayoutConfirmed(fact: Fact, state: CountingState): Outcome {
  return endPayout(fact, state, 'confirmed', 'paid');
}

/** The payout came back: its amount is payable again. */
export function countPayoutRejected(fact: Fact, state: CountingState): Outcome {
  return endPayout(fact, state, 'rejected', 'payable');
}

function endPayout(fact: Fact, state: CountingState, step: 'confirmed' | 'rejected', to: AccountKind): Outcome {
  const payoutId = fact.body.payoutId ?? '';
  const payout = state.payout(payoutId);
  if (payout === undefined) return nothing(fact, 'unknown_target');
  if (!payout.open) return nothing(fact, 'already_counted');
  payout.open = false;
  return payoutStep(fact, payoutId, payout, step, 'in_payout', to);
}

function payoutStep(
  fact: Fact,
  payoutId: string,
  payout: PayoutRecord,
  step: 'started' | 'confirmed' | 'rejected',
  from: AccountKind,
  to: AccountKind,
): Outcome {
  const { partnerId, currency, amount } = payout;
  const posting: Posting = { debit: from, credit: to, partnerId, currency, amount, commission: null };
  return moved(fact, `payout_${step}`, [posting], [{ kind: 'payout', partnerId, currency, payoutId, step }]);
}

function moved(fact: Fact, kind: TransactionKind, postings: Posting[], changes: CommissionChange[]): Outcome {
  return {
    decision: plainDecision(fact, null),
    commissions: [],
    reversals: [],
    changes,
    transaction: { factSeq: fact.seq, kind, effectiveAt: fact.occurredAt, postings },
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
