import type { RejectionReason } from '../attribution/credit.ts';
import type { FactKind } from '../counting/fact.ts';
import type { CommissionStatus, UnpaidReason } from '../counting/outcome.ts';
import type { EnrollmentState } from '../counting/terms.ts';
import type { AccountKind, TransactionKind } from '../ledger/posting.ts';
import type { Cap, conditionFields, Measure } from '../plan/plan.ts';
import type { ClickPath, CountedMeasure, CreditVia, DecidingRule, StepCode, StepValues, UnpaidVerdict } from './explanation.ts';
import type { Speaker } from './speaker.ts';

/** Everything an explanation can say, in one language. Each record is complete: a new code does not compile without its text. */
export interface Texts {
  readonly steps: { readonly [Code in StepCode]: (values: StepValues[Code], say: Speaker) => string };
  readonly words: Words;
}

export interface Words {
  readonly facts: Readonly<Record<FactKind, string>>;
  /** Before the id of a fact: "of the sale", "by the refund". */
  readonly of: Readonly<Record<FactKind, string>>;
  readonly by: Readonly<Record<FactKind, string>>;
  /** At the head of a sentence: "Click". */
  readonly vias: Readonly<Record<CreditVia, string>>;
  /** After "Alpina receives 50% of the credit": "for the click", "because …". */
  readonly thanks: Readonly<Record<CreditVia, string>>;
  /** After "does not count: ". */
  readonly rejections: Readonly<Record<RejectionReason, string>>;
  readonly rules: Readonly<Record<DecidingRule, string>>;
  /** After "paid nothing: ". */
  readonly verdicts: Readonly<Record<UnpaidVerdict, string>>;
  readonly unpaid: Readonly<Record<UnpaidReason, UnpaidText>>;
  readonly statuses: Readonly<Record<CommissionStatus, (day: string) => string>>;
  readonly transactions: Readonly<Record<TransactionKind, string>>;
  readonly accounts: Readonly<Record<AccountKind, string>>;
  /** Which side a reversal comes from, or goes back to. */
  readonly takenFrom: Readonly<Record<'pending' | 'payable', string>>;
  readonly givenTo: Readonly<Record<'pending' | 'payable', string>>;
  /** How a click came, and how the partner's enrollment stood at it: whole sentences. */
  readonly paths: Readonly<Record<ClickPath, string>>;
  readonly states: Readonly<Record<EnrollmentState, string>>;
  readonly scopes: Readonly<Record<Cap['scope'], string>>;
  readonly counted: Readonly<Record<CountedMeasure, { readonly one: string; readonly many: string }>>;
  readonly objectives: Readonly<Record<Measure, string>>;
  readonly fields: Readonly<Record<KnownField, string>>;
  /** `metadata.<key>` and `partner.attributes.<key>` */
  readonly metadata: (key: string) => string;
  readonly attribute: (key: string) => string;
}

interface UnpaidText {
  readonly because: string;
  readonly remedy: string;
}

export type KnownField = (typeof conditionFields)[number] | 'customer.payments' | 'customer.firstPaymentAt';
