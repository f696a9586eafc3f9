import type { Instant } from '../time/index.ts';

export const accountKinds = [
  'pending',
  'payable',
  'in_payout',
  'paid',
  'commission_expense',
  'vat',
  'vat_due',
  'withholding',
  'rounding',
  'adjustment',
  'exchange',
  'planned_debt',
  'debt_waived',
] as const;

/** An account is a kind, per workspace, partner and currency (or non-cash unit). */
export type AccountKind = (typeof accountKinds)[number];

/**
 * One row that moves `amount` > 0 of one currency from the credited to the debited account of one partner: it cannot be
 * stored unbalanced. (Same shape as Formance's postings and TigerBeetle's transfers.)
 */
export interface Posting {
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  /** The commission line this moves, when it moves one: the fact that earned it and its number there. */
  readonly commission: CommissionRef | null;
}

export interface CommissionRef {
  readonly factSeq: bigint;
  readonly number: number;
}

export type TransactionKind =
  | 'accrual'
  | 'reversal'
  | 'suspension'
  | 'restitution'
  | 'restoration'
  | 'holding'
  | 'refusal'
  | 'release'
  | 'payout_started'
  | 'payout_confirmed'
  | 'payout_rejected'
  | 'exchange'
  | 'invoice'
  | 'credit_note'
  | 'debt_planned'
  | 'debt_kept_back'
  | 'debt_paid'
  | 'debt_waived'
  | 'debt_returned';

/** Postings that happen together, because of one fact. */
export interface Transaction {
  readonly factSeq: bigint;
  readonly kind: TransactionKind;
  readonly effectiveAt: Instant;
  readonly postings: readonly Posting[];
}
