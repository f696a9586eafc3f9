import { crossRate, exchangeAmount } from '../exchange/index.ts';
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

/**
 * What is payable to a partner in one currency, or owed by it, becomes payable in another: out of the one and into the other, each
 * against the company's own account of exchanges in that currency. The rate is in the fact, fixed when it was recorded.
 */
export function countExchange(fact: Fact): Outcome {
  const { partnerId, exchange } = fact.body;
  const { currency, amount } = fact;
  const exchanged = exchangedAmount(fact);
  if (partnerId === undefined || exchange === undefined || currency === null || amount === null || exchanged === 0n) {
    return nothing(fact, 'amount_is_zero');
  }
  const { to } = exchange;
  const out = leg(partnerId, currency, -amount);
  const into = leg(partnerId, to, exchanged);
  return moved(fact, 'exchange', [out, into], [{ kind: 'exchanged', partnerId, currency, to }]);
}

/** What an exchange gives, in minor units of the new currency; 0 when that is less than half of one, or the fact is no exchange. */
export function exchangedAmount({ currency, amount, body: { exchange } }: Pick<Fact, 'currency' | 'amount' | 'body'>): bigint {
  if (exchange === undefined || currency === null || amount === null) return 0n;
  const rate = crossRate(currency, exchange.to, (code) => exchange.perEuro[code] ?? null);
  return rate === null ? 0n : exchangeAmount(amount, currency, exchange.to, rate);
}

/**
 * An invoice, or a credit note that takes one back: the commissions on it are in the books already, its VAT is not. VAT that the partner
 * charges is payable to it, and deductible; VAT that the company owes itself is deductible and due at once.
 */
export function countInvoice(fact: Fact): Outcome {
  const { partnerId, invoice } = fact.body;
  const { currency, amount } = fact;
  if (partnerId === undefined || invoice === undefined || currency === null || amount === null || amount <= 0n) {
    return nothing(fact, 'recorded_only');
  }
  const owed: AccountKind = invoice.owedBy === 'partner' ? 'payable' : 'vat_due';
  const isCredit = fact.kind === 'credit_note_issued';
  const [debit, credit]: [AccountKind, AccountKind] = isCredit ? [owed, 'vat'] : ['vat', owed];
  const posting: Posting = { debit, credit, partnerId, currency, amount, commission: null };
  return moved(fact, isCredit ? 'credit_note' : 'invoice', [posting], []);
}

/** What each step of a payment plan for a debt is debited to, and credited to. */
const debtSteps = {
  debt_planned: ['planned_debt', 'payable'],
  debt_kept_back: ['payable', 'planned_debt'],
  debt_paid: ['paid', 'planned_debt'],
  debt_waived: ['debt_waived', 'planned_debt'],
  debt_returned: ['payable', 'planned_debt'],
} as const satisfies Readonly<Record<string, readonly [debit: AccountKind, credit: AccountKind]>>;

/**
 * A debt is put under a plan, paid back, waived in part, or put back on the balance. The amount is in the fact, fixed when it was
 * recorded.
 */
export function countDebt(fact: Fact, kind: keyof typeof debtSteps): Outcome {
  const { partnerId, debt } = fact.body;
  const { currency, amount } = fact;
  if (partnerId === undefined || debt === undefined || currency === null || amount === null || amount <= 0n) {
    return nothing(fact, 'amount_is_zero');
  }
  const [debit, credit] = debtSteps[kind];
  return moved(fact, kind, [{ debit, credit, partnerId, currency, amount, commission: null }], []);
}

/** Adds to what is payable, or takes from it when below zero. */
function leg(partnerId: string, currency: string, amount: bigint): Posting {
  const [debit, credit] = amount > 0n ? (['exchange', 'payable'] as const) : (['payable', 'exchange'] as const);
  return { debit, credit, partnerId, currency, amount: amount < 0n ? -amount : amount, commission: null };
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
