import type { KeptAttribution } from '../attribution/index.ts';
import type { Credit } from '../attribution/credit.ts';
import type { Instant } from '../time/index.ts';
import type { Blocks } from './blocks.ts';
import type { CustomerAgreement, Fact, FactKind, Touchpoint } from './fact.ts';

/**
 * What counting a fact needs to remember of the facts before it. The server fills it from the database for a batch, a replay
 * fills it by counting from the first fact on: both must answer the same, which is what `verify` proves.
 */
export interface CountingState {
  /** The customer's record, empty when unknown; counting changes it in place. */
  customer(id: string): CustomerRecord;
  /** An earlier sale, lead or click that something now happens to; its statuses are those at this point of the order. */
  conversion(seq: bigint): Conversion | undefined;
  /** Whether something will happen to this fact later: only then its conversion needs to be remembered. */
  isTarget(seq: bigint): boolean;
  /** Told of each new conversion that is one. */
  remember(conversion: Conversion): void;
  counter(key: string): bigint;
  addToCounter(key: string, delta: bigint): void;
  /** Sums of what is pending and due by `dueAt`, per partner and currency; released from here on. */
  release(dueAt: Instant, seq: bigint): readonly DueAmount[];
  /** Told whenever the amount that waits for `payableAt` changes. */
  pendingChanged(partnerId: string, currency: string, payableAt: Instant, delta: bigint): void;
  payout(payoutId: string): PayoutRecord | undefined;
  rememberPayout(payoutId: string, payout: PayoutRecord): void;
}

export interface DueAmount {
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
}

export interface PayoutRecord {
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  open: boolean;
}

/** Small, because there are many: what grows is replaced by a list of exactly its length. */
export interface CustomerRecord {
  touches: readonly Touchpoint[];
  orders: number;
  firstOrderAt: Instant | null;
  /** Names of the leads already counted for this customer. */
  leads: readonly string[];
  kept: KeptAttribution | null;
  /** One for each enrollment: commissioned conversions so far, the first of them and the plan version it was paid under. */
  payments: readonly PaymentRecord[];
  /** Splits agreed for this customer, in the order they were recorded. */
  agreements: readonly CustomerAgreement[];
}

export interface PaymentRecord {
  readonly enrollmentId: string;
  count: number;
  readonly firstAt: Instant;
  readonly planVersionId: string;
}

/** What a customer has brought an enrollment so far. */
export function paymentOf(customer: CustomerRecord, enrollmentId: string): PaymentRecord | undefined {
  for (const payment of customer.payments) if (payment.enrollmentId === enrollmentId) return payment;
  return undefined;
}

const none: readonly never[] = [];

export function emptyCustomer(): CustomerRecord {
  return { touches: none, orders: 0, firstOrderAt: null, leads: none, kept: null, payments: none, agreements: none };
}

/** A conversion as later facts meet it: what of each line is left, and what each commission came to. */
export interface Conversion {
  readonly factSeq: bigint;
  readonly kind: FactKind;
  readonly occurredAt: Instant;
  readonly customerId: string | null;
  readonly currency: string | null;
  readonly programId: string | null;
  readonly credits: readonly Credit[];
  readonly lines: ConversionLine[];
  readonly commissions: CommissionRecord[];
  /** What took from it and still does, in order: refunds that did not fail, cancellations, lost disputes. */
  readonly takings: Fact[];
  /** Keys of the refunds told to have failed, heard of or not. */
  readonly failedRefunds: string[];
  /** A dispute is open. */
  disputed: boolean;
  /** When the last dispute known to have ended did: one opened before that and heard of later changes nothing. */
  disputeEndedAt: Instant | null;
}

export interface ConversionLine {
  readonly id: string;
  readonly net: bigint;
  refunded: bigint;
}

export interface CommissionRecord {
  readonly number: number;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly planVersionId: string;
  readonly ruleId: string;
  readonly lineId: string | null;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  /** What it was before a cap cut it. */
  readonly uncapped: bigint;
  /** A bonus is kept when one of the events that led to it is refunded; an upline share moves no counter. */
  readonly origin: 'rule' | 'upline' | 'milestone';
  readonly payableAt: Instant;
  reversed: bigint;
  /** Where its last part was taken from: once all of it was, what is given back goes there. */
  takenFrom: 'pending' | 'payable';
  /** payable stands for payable, in payout or paid: whatever has left `pending`. */
  status: 'pending' | 'payable';
  /** What keeps it pending; none once it has been released. */
  blocks: Blocks;
  isRefused: boolean;
  /** The fact since which it has been pending: a release counts only after it. */
  sinceSeq: bigint;
}
