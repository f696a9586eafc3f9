import type { PaymentReading, Span } from '../deadline/index.ts';
import type { Language } from '../language/index.ts';
import type { Side } from '../partnership/index.ts';
import type { LocalDate } from '../time/index.ts';

export const owners = ['company', 'partner', 'both'] as const;
/** Who owes something: one side, or both together. */
export type DutyOwner = (typeof owners)[number];

/** What is said in both languages. */
export type DutyText = Readonly<Record<Language, string>>;

export const paces = ['week', 'month', 'quarter', 'half_year', 'year'] as const;
export type Pace = (typeof paces)[number];

/** Again and again: every so many weeks, months, quarters, half years or years, counted from the day the charter starts. */
export interface Cadence {
  readonly every: number;
  readonly pace: Pace;
}

export const proofKinds = ['none', 'statement', 'document', 'link', 'payment'] as const;
/** What shows that a duty was kept. `none`: it is kept as long as nobody says otherwise. */
export type ProofKind = (typeof proofKinds)[number];

/** What every kind of terms may carry. */
interface Common {
  /** Tells terms of one kind apart within a clause; keeps duties recognizable when terms change. */
  readonly key: string;
  /** What is owed, for people; each kind has words of its own when left out. */
  readonly title?: DutyText | undefined;
  /** Days before it is due on which its owner is reminded; 14, 3 and the day itself when left out. */
  readonly remindDays?: readonly number[] | undefined;
}

export interface DurationTerms extends Common {
  readonly kind: 'duration';
  /** Null: for an indefinite time. */
  readonly months: number | null;
  readonly renewal: 'none' | 'tacit' | 'agreed';
  /** How long each renewal lasts; as long as the first time when left out. */
  readonly renewalMonths?: number | undefined;
  /** How long before the term either side has to say that it does not renew. */
  readonly refusal?: Span | undefined;
}

export interface NoticeTerms extends Common {
  readonly kind: 'notice';
  /** By the year of the contract that runs: the last step that has begun holds. */
  readonly steps: readonly { readonly fromYear: number; readonly months: number }[];
  readonly endsAtMonthEnd: boolean;
}

export interface PaymentTerms extends Common {
  readonly kind: 'payment';
  readonly by: Side;
  /** Periods that are paid for, each after it is over; null: once, counted from the start. */
  readonly cadence: Cadence | null;
  readonly days: number;
  readonly reading: PaymentReading;
}

export interface MeetingTerms extends Common {
  readonly kind: 'meeting';
  readonly by: DutyOwner;
  readonly cadence: Cadence;
}

export interface ReviewTerms extends Common {
  readonly kind: 'review';
  readonly by: DutyOwner;
  readonly cadence: Cadence;
}

export interface DocumentTerms extends Common {
  readonly kind: 'document';
  readonly by: Side;
  readonly title: DutyText;
  /** So long before the signature (a negative count) or after it; on that day when left out. */
  readonly fromSignature?: Span | undefined;
  /** Again so often; once when null. */
  readonly cadence: Cadence | null;
}

export interface TrainingTerms extends Common {
  readonly kind: 'training';
  readonly by: Side;
  /** From the start. */
  readonly within: Span;
  readonly cadence: Cadence | null;
}

export interface LastingTerms extends Common {
  readonly kind: 'confidentiality' | 'non_compete';
  readonly by: DutyOwner;
  /** After the end of the charter. */
  readonly months: number;
}

export interface RunOffTerms extends Common {
  readonly kind: 'run_off';
  readonly by: Side;
  /** How long after the end commissions are still owed. */
  readonly months: number;
  readonly cadence: Cadence;
}

export interface ExitTerms extends Common {
  readonly kind: 'exit';
  readonly by: DutyOwner;
  readonly title: DutyText;
  /** From the end of the charter. */
  readonly within: Span;
}

/** What a dispute goes through; owes nothing by itself until there is one. */
export interface EscalationTerms extends Common {
  readonly kind: 'escalation';
  readonly steps: readonly { readonly name: DutyText; readonly businessDays: number }[];
}

/** Who names the mediator, for how long, who pays, when it is over; what is not agreed is null, and a guard says so. */
export interface MediationTerms extends Common {
  readonly kind: 'mediation';
  readonly appointedBy: string | null;
  readonly days: number | null;
  readonly costs: 'shared' | 'company' | 'partner' | null;
  readonly endsWhen: string | null;
}

/** Anything else with a day: once, or again and again from that day. */
export interface OtherTerms extends Common {
  readonly kind: 'other';
  readonly by: DutyOwner;
  readonly title: DutyText;
  readonly dueOn: LocalDate;
  readonly cadence: Cadence | null;
  readonly proof: ProofKind;
}

/** What a clause promises, as data: the input of `compile`. */
export type DutyTerms =
  | DurationTerms
  | NoticeTerms
  | PaymentTerms
  | MeetingTerms
  | ReviewTerms
  | DocumentTerms
  | TrainingTerms
  | LastingTerms
  | RunOffTerms
  | ExitTerms
  | EscalationTerms
  | MediationTerms
  | OtherTerms;

export type DutyKind = DutyTerms['kind'];

export const dutyKinds = [
  'duration',
  'notice',
  'payment',
  'meeting',
  'review',
  'document',
  'training',
  'confidentiality',
  'non_compete',
  'run_off',
  'exit',
  'escalation',
  'mediation',
  'other',
] as const satisfies readonly DutyKind[];

/** The days of a charter that duties are counted from; what has not happened is null. */
export interface CharterDates {
  readonly signedOn: LocalDate | null;
  readonly startsOn: LocalDate;
  /** When one side gave notice. */
  readonly noticedOn: LocalDate | null;
  /** The end that was agreed, or that follows from the notice, when it is known. */
  readonly endsOn: LocalDate | null;
}
