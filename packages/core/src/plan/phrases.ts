import type { PeriodUnit } from '../time/index.ts';
import type { ConditionField } from './condition-field.ts';
import type { AttributionRules, Cap, Measure, PartnerKind, PlanDocument, RewardEvent, Via } from './plan.ts';

/** Every sentence of a rendered plan in one language. Arguments are texts already written in that language. */
export interface Phrases {
  readonly condition: ConditionPhrases;
  readonly rule: RulePhrases;
  readonly general: GeneralPhrases;
  readonly attribution: AttributionPhrases;
  readonly period: Readonly<Record<PeriodUnit, string>>;
  readonly measure: Readonly<Record<Measure, (currency: string) => string>>;
}

export interface ConditionPhrases {
  readonly quote: (text: string) => string;
  readonly truth: (value: boolean) => string;
  readonly or: (texts: readonly string[]) => string;
  readonly all: string;
  readonly any: string;
  readonly not: (part: string) => string;
  readonly field: Readonly<Record<ConditionField, string>>;
  readonly metadata: (key: string) => string;
  readonly attribute: (key: string) => string;
  readonly milestone: (measure: Measure) => string;
  /** What a closed list's values are called, by field. */
  readonly choice: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly comparison: Readonly<Record<string, (field: string, value: string) => string>>;
  readonly known: (field: string, isKnown: boolean) => string;
  readonly holds: (certificate: string) => string;
  readonly holdsAny: (isHeld: boolean) => string;
}

export interface RulePhrases {
  readonly heading: Readonly<Record<RewardEvent, string>>;
  readonly percent: (rate: string) => string;
  readonly perUnit: (amount: string) => string;
  readonly fixed: Readonly<Record<Exclude<RewardEvent, 'milestone'>, (amount: string) => string>>;
  readonly byTiers: { readonly rate: string; readonly amount: string };
  readonly milestone: (amount: string, measure: string, period: string, threshold: string) => string;
  readonly when: (condition: string) => string;
  readonly whenAnyLine: (condition: string) => string;
  readonly tiers: (measure: string, period: string) => string;
  readonly step: (from: string, value: string) => string;
  readonly marginalCut: (currency: string) => string;
  readonly marginalWhole: string;
  readonly whole: string;
  readonly retroactive: string;
  readonly months: (count: number) => string;
  readonly payments: (count: number) => string;
}

export interface AttributionPhrases {
  readonly heading: Readonly<Record<'model' | 'window' | 'coupon' | 'lifetime' | 'selfReferral', string>>;
  readonly first: string;
  readonly last: string;
  readonly linear: string;
  readonly position: (first: string, last: string) => string;
  readonly timeDecay: (days: number) => string;
  readonly priority: (groups: string) => string;
  readonly within: Readonly<Record<'first' | 'last' | 'linear', string>>;
  readonly group: (place: number, name: string, members: string) => string;
  readonly groupKinds: (kinds: string) => string;
  readonly groupVias: (vias: string) => string;
  readonly groupPartners: (ids: string) => string;
  readonly agreed: (shares: string) => string;
  readonly agreedShare: (partnerId: string, share: string) => string;
  readonly shared: string;
  readonly window: (days: number) => string;
  readonly windowExceptions: (exceptions: string) => string;
  readonly windowException: (via: string, days: number) => string;
  readonly coupon: Readonly<Record<AttributionRules['coupon'], string>>;
  readonly lifetime: Readonly<Record<AttributionRules['lifetime'], string>>;
  readonly selfReferral: Readonly<Record<AttributionRules['selfReferral'], string>>;
  readonly kind: Readonly<Record<PartnerKind, string>>;
  readonly via: Readonly<Record<Via, string>>;
}

interface GeneralPhrases {
  readonly heading: Readonly<Record<GeneralClause, string>>;
  readonly currency: (currency: string) => string;
  readonly combination: Readonly<Record<PlanDocument['combination'], string>>;
  readonly missingData: string;
  readonly noCap: string;
  readonly cap: Readonly<Record<Cap['scope'], (amount: string, period: string, clause: string) => string>>;
  readonly capAllClauses: string;
  readonly capClause: (number: string, ruleId: string) => string;
  readonly capRest: string;
  readonly noUpline: string;
  readonly upline: (level: number, rate: string, of: 'commission' | 'base') => string;
  readonly uplineRest: string;
  readonly reviewAll: string;
  readonly reviewAbove: (amount: string) => string;
  readonly reviewRest: string;
  readonly hold: (days: number) => string;
  readonly refunds: string;
  readonly notice: (days: number) => string;
  readonly existing: Readonly<Record<PlanDocument['existingCustomers'], string>>;
}

export type GeneralClause =
  | 'currency'
  | 'combination'
  | 'missingData'
  | 'caps'
  | 'upline'
  | 'review'
  | 'hold'
  | 'refunds'
  | 'notice'
  | 'existing';
