import type { Language } from '../language/index.ts';
import type { DutyTerms } from '../obligation/index.ts';
import type { Side } from '../partnership/index.ts';
import type { Clause as PlanClause } from '../plan/index.ts';
import type { LocalDate } from '../time/index.ts';

/** A text in both languages, aligned: one says what the other says. */
export interface InBoth {
  readonly fr: string;
  readonly en: string;
}

/** What the partner does for the company: decides which clauses a charter needs. */
export const charterKinds = ['affiliate', 'introducer', 'reseller', 'supplier', 'subcontractor', 'client'] as const;
export type CharterKind = (typeof charterKinds)[number];

/** What a clause is about; the order is the one in which charters are written. */
export const clauseKinds = [
  'parties',
  'recitals',
  'definitions',
  'object',
  'independence',
  'exclusivity',
  'roles',
  'governance',
  'objectives',
  'remuneration',
  'invoicing',
  'payment',
  'lead_registration',
  'training',
  'quality',
  'intellectual_property',
  'confidentiality',
  'personal_data',
  'non_solicitation',
  'non_compete',
  'compliance',
  'liability',
  'duration',
  'review',
  'amendment',
  'termination',
  'change_of_control',
  'exit',
  'hardship',
  'force_majeure',
  'escalation',
  'mediation',
  'applicable_law',
  'language',
  'signature',
  'other',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

export interface Clause {
  /** Its name in this charter, which it keeps through all versions. */
  readonly key: string;
  readonly kind: ClauseKind;
  /** The clause of the library it was taken from. */
  readonly from: string | null;
  readonly title: InBoth;
  /** Words in braces, as `{days}`, stand for `values`. */
  readonly text: InBoth;
  readonly values: Readonly<Record<string, number | string>>;
  /** What of it falls due, in data. */
  readonly terms: readonly DutyTerms[];
}

export interface Party {
  readonly name: string;
  /** Legal form, registration, seat: as the party writes them. */
  readonly details: string;
}

export interface Person {
  readonly key: string;
  readonly side: Side;
  readonly name: string;
  readonly title: string;
}

/** What happens when the two who decide together do not agree. */
export const tieRules = ['company_decides', 'partner_decides', 'sponsors_decide', 'escalate'] as const;
export type TieRule = (typeof tieRules)[number];

/** Who does what in one activity, over both companies. Persons are named by their key. */
export interface RoleLine {
  readonly key: string;
  readonly activity: InBoth;
  readonly accountable: readonly string[];
  /** Declared, two may be accountable; then it says who decides in a tie. */
  readonly tieRule: TieRule | null;
  readonly responsible: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

export interface Absence {
  readonly person: string;
  readonly delegate: string;
  readonly from: LocalDate;
  /** The first day back. */
  readonly to: LocalDate;
}

export const cadences = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
export type Cadence = (typeof cadences)[number];

export interface Channel {
  readonly key: string;
  readonly use: InBoth;
  /** An address, a tool, a telephone number. */
  readonly means: string;
  readonly answerHours: number | null;
}

export interface Meeting {
  readonly key: string;
  readonly name: InBoth;
  readonly cadence: Cadence;
  readonly minutes: number;
  readonly people: readonly string[];
}

/** A target both sides sign, with the definition of what is measured. Figures are decimal texts. */
export interface Objective {
  readonly key: string;
  readonly name: InBoth;
  /** How the figure is computed. */
  readonly formula: InBoth;
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly source: InBoth;
  readonly frequency: Cadence;
  readonly baseline: string | null;
  readonly target: string;
  readonly by: LocalDate;
  /** One of each side answers for it. */
  readonly owners: { readonly company: string; readonly partner: string };
}

/** What is paid: a published version of a plan, rendered and hashed when it was taken in. */
export interface Annex {
  readonly enrollmentId: string;
  readonly planId: string;
  readonly planVersionId: string;
  readonly planName: string;
  readonly version: number;
  /** Of the version's canonical document, in hexadecimal. */
  readonly hash: string;
  readonly clauses: { readonly fr: readonly PlanClause[]; readonly en: readonly PlanClause[] };
}

/** What happens when it ends, agreed from the first day on. */
export interface ExitPlan {
  readonly data: InBoth;
  readonly customers: InBoth;
  readonly assets: InBoth;
  /** For how long commissions of what was brought before go on. */
  readonly runOffMonths: number;
  /** Days to the final balance, and until accesses are closed. */
  readonly balanceDays: number;
  readonly accessDays: number;
}

export interface EscalationStep {
  readonly key: string;
  readonly level: InBoth;
  readonly people: readonly string[];
  readonly businessDays: number;
  /** Who decides here alone, by key; when left out both sides have to agree. */
  readonly decides?: string | undefined;
}

export const costRules = ['equal', 'asking_side', 'company', 'partner'] as const;

/** What a court asks of a mediation clause that must be gone through first: who appoints, how long, at whose cost, when it is over. */
export interface Mediation {
  readonly appointedBy: InBoth;
  readonly appointDays: number;
  readonly mostDays: number;
  readonly costs: (typeof costRules)[number];
  readonly over: InBoth;
}

export interface CharterDocument {
  readonly kind: CharterKind;
  /** Which of the two languages decides where they differ. */
  readonly prevailing: Language;
  readonly parties: { readonly company: Party; readonly partner: Party };
  readonly people: readonly Person[];
  readonly clauses: readonly Clause[];
  readonly roles: readonly RoleLine[];
  readonly absences: readonly Absence[];
  readonly channels: readonly Channel[];
  readonly meetings: readonly Meeting[];
  readonly objectives: readonly Objective[];
  readonly annex: Annex | null;
  readonly exit: ExitPlan;
  readonly escalation: readonly EscalationStep[];
  readonly mediation: Mediation | null;
  /** Days after which an announced replacement holds unless the partner objects; null: every change needs a yes. */
  readonly replaceDays: number | null;
  /** The first day it holds; null: the day on which the last one signs. */
  readonly startsOn: LocalDate | null;
}

/** The parts a proposal can be about, beside a single clause. */
export const charterParts = [
  'prevailing',
  'parties',
  'people',
  'roles',
  'absences',
  'channels',
  'meetings',
  'objectives',
  'annex',
  'exit',
  'escalation',
  'mediation',
  'replaceDays',
  'startsOn',
] as const;
export type CharterPart = (typeof charterParts)[number];
