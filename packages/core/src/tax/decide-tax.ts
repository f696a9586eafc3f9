import type { LocalDate } from '../time/index.ts';
import {
  holdsOn,
  type InBothLanguages,
  type TaxConditions,
  type TaxKind,
  type TaxNeed,
  type TaxOutcome,
  type TaxRule,
  type TaxTable,
  type TaxThresholds,
  type VatCategory,
  type VatStatus,
} from './tax-table.ts';

/** `unavailable`: asked, and nobody could say. It is never `invalid`. */
export const vatStates = ['not_checked', 'valid', 'invalid', 'unavailable'] as const;
export type VatState = (typeof vatStates)[number];

/** What a VAT number that could not be checked does to a document. */
export const vatPolicies = ['block', 'warn', 'allow'] as const;
export type VatPolicy = (typeof vatPolicies)[number];

/** What was paid to the partner in the months the thresholds look at. */
export interface PaymentsBefore {
  readonly count: number;
  readonly amounts: readonly { readonly currency: string; readonly amount: bigint }[];
}

/** Everything a decision depends on; null is unknown. */
export interface TaxFacts {
  /** The day of the service. */
  readonly on: LocalDate;
  readonly country: string | null;
  readonly kind: TaxKind | null;
  readonly vatStatus: VatStatus | null;
  /** Which data are there; what they are does not matter here. */
  readonly held: readonly Exclude<TaxNeed, 'vat_check'>[];
  readonly vatState: VatState;
  /** A person vouched for the number, with a reference. */
  readonly vatProved: boolean;
  readonly vatPolicy: VatPolicy;
  readonly payments: PaymentsBefore;
  /** A person's answer to a review: of the rule that asked for it, as which other rule to go on. */
  readonly review: { readonly rule: string; readonly treatAs: string } | null;
}

export type MissingDatum = TaxNeed | 'country' | 'kind' | 'vat_status' | 'payments' | 'valid_vat_number' | 'mention';

export interface TaxDecision {
  readonly outcome: TaxOutcome['kind'];
  /** The rule that decided; null when none did. */
  readonly rule: string | null;
  /** The rule whose outcome a person's review chose. */
  readonly treatedAs: string | null;
  readonly vatCategory: VatCategory | null;
  readonly vatRate: number | null;
  readonly exemption: string | null;
  readonly mentions: readonly ({ readonly code: string } & InBothLanguages)[];
  readonly missing: readonly MissingDatum[];
  readonly warnings: readonly 'vat_check'[];
  readonly holdsPayment: boolean;
  readonly because: InBothLanguages | null;
}

const nothing: TaxDecision = {
  outcome: 'blocked',
  rule: null,
  treatedAs: null,
  vatCategory: null,
  vatRate: null,
  exemption: null,
  mentions: [],
  missing: [],
  warnings: [],
  holdsPayment: false,
  because: null,
};

/** The one decision of this table for these facts. */
export function decideTax(table: TaxTable, facts: TaxFacts): TaxDecision {
  const unknown = new Set<MissingDatum>();
  for (const rule of table.rules) {
    if (!holdsOn(rule, facts.on)) continue;
    const answer = fits(rule.when, table, facts);
    if (answer === false) continue;
    if (answer === true) {
      if (unknown.size === 0) return decideBy(rule, table, facts);
      break;
    }
    for (const datum of answer) unknown.add(datum);
  }
  return { ...nothing, missing: [...unknown] };
}

/** False, true, or what would have to be known. */
type Answer = boolean | readonly MissingDatum[];

function fits(when: TaxConditions, table: TaxTable, facts: TaxFacts): Answer {
  const answers: Answer[] = [
    when.zones === undefined ? true : liesIn(when.zones, table, facts.country),
    when.outside === undefined ? true : not(liesIn(when.outside, table, facts.country)),
    when.kinds === undefined ? true : isOneOf(when.kinds, facts.kind, 'kind'),
    when.vatStatuses === undefined ? true : isOneOf(when.vatStatuses, facts.vatStatus, 'vat_status'),
    when.repeated === undefined ? true : equals(isRepeated(table.thresholds, facts.payments), when.repeated),
  ];
  if (answers.includes(false)) return false;
  const unknown = answers.flatMap((answer) => (typeof answer === 'boolean' ? [] : answer));
  return unknown.length === 0 ? true : unknown;
}

function liesIn(zones: readonly string[], table: TaxTable, country: string | null): Answer {
  return country === null ? ['country'] : zones.some((zone) => table.zones[zone]?.includes(country) === true);
}

function isOneOf<Value>(wanted: readonly Value[], value: Value | null, datum: MissingDatum): Answer {
  return value === null ? [datum] : wanted.includes(value);
}

function not(answer: Answer): Answer {
  return typeof answer === 'boolean' ? !answer : answer;
}

function equals(answer: Answer, wanted: boolean): Answer {
  return wanted ? answer : not(answer);
}

/** Whether payments have reached a threshold; unknown while some are in a currency the threshold is not in. */
function isRepeated({ payments, amount }: TaxThresholds, before: PaymentsBefore): Answer {
  if (payments !== null && before.count >= payments) return true;
  if (amount === null) return false;
  const same = before.amounts.filter(({ currency }) => currency === amount.currency);
  if (same.reduce((sum, paid) => sum + paid.amount, 0n) >= amount.amount) return true;
  return same.length === before.amounts.length ? false : ['payments'];
}

function decideBy(rule: TaxRule, table: TaxTable, facts: TaxFacts): TaxDecision {
  const reviewed = rule.outcome.kind === 'review' ? reviewedAs(rule, table, facts) : null;
  const { needs, outcome } = reviewed ?? rule;
  const named = { ...nothing, rule: rule.key, treatedAs: reviewed?.key ?? null };
  if (outcome.kind === 'review' || outcome.kind === 'blocked') {
    return { ...named, outcome: outcome.kind, holdsPayment: outcome.holdsPayment, because: outcome.because };
  }
  const { missing, warnings } = checkNeeds(needs, facts);
  const mentions = outcome.mentions.flatMap((code) => {
    const mention = table.mentions.find((one) => one.code === code && holdsOn(one, facts.on));
    return mention === undefined ? [] : [{ code, ...mention.text }];
  });
  if (mentions.length < outcome.mentions.length) missing.push('mention');
  if (missing.length > 0) return { ...named, missing, warnings };
  if (outcome.kind === 'receipt') return { ...named, outcome: 'receipt', mentions, warnings };
  const { vatCategory, vatRate, exemption } = outcome;
  return { ...named, outcome: 'invoice', vatCategory, vatRate, exemption, mentions, warnings };
}

function reviewedAs(rule: TaxRule, table: TaxTable, { review, on }: TaxFacts): TaxRule | null {
  if (review?.rule !== rule.key) return null;
  const chosen = table.rules.find(({ key }) => key === review.treatAs);
  return chosen !== undefined && 'mentions' in chosen.outcome && holdsOn(chosen, on) ? chosen : null;
}

function checkNeeds(needs: readonly TaxNeed[], facts: TaxFacts) {
  const missing: MissingDatum[] = [];
  const warnings: 'vat_check'[] = [];
  for (const need of needs) {
    if (need !== 'vat_check') {
      if (!facts.held.includes(need)) missing.push(need);
    } else if (!facts.vatProved && facts.vatState !== 'valid') {
      if (facts.vatState === 'invalid') missing.push('valid_vat_number');
      else if (facts.vatPolicy === 'block') missing.push('vat_check');
      else if (facts.vatPolicy === 'warn') warnings.push('vat_check');
    }
  }
  return { missing, warnings };
}
