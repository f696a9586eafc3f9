import type { Language } from '../language/index.ts';
import type { LocalDate } from '../time/index.ts';

export const taxKinds = ['business', 'association', 'private_person', 'employee_of_third_party'] as const;
export type TaxKind = (typeof taxKinds)[number];

/** `exempt`: the small-business scheme of its own country. */
export const vatStatuses = ['liable', 'exempt', 'not_taxable'] as const;
export type VatStatus = (typeof vatStatuses)[number];

/** What a rule may ask to be there before a document is made. */
export const taxNeeds = [
  'legal_name',
  'address',
  'siren',
  'siret',
  'vat_number',
  'local_tax_id',
  'birth_date',
  'business_proof',
  'payer_vat_number',
  'vat_check',
] as const;
export type TaxNeed = (typeof taxNeeds)[number];

/** Of EN 16931: standard rate, exempt, reverse charge, intra-community, export, out of scope, zero rate. */
export const vatCategories = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z'] as const;
export type VatCategory = (typeof vatCategories)[number];

export type InBothLanguages = Readonly<Record<Language, string>>;

/** The days on which something holds, both included; without an end when null. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Conditions that all must be true; one left out asks nothing. */
export interface TaxConditions {
  /** Names of zones: established in one of them. */
  readonly zones?: readonly string[] | undefined;
  /** Names of zones: established in none of them. */
  readonly outside?: readonly string[] | undefined;
  readonly kinds?: readonly TaxKind[] | undefined;
  readonly vatStatuses?: readonly VatStatus[] | undefined;
  /** Paid so often, or so much, that the thresholds of the table are reached. */
  readonly repeated?: boolean | undefined;
}

export type TaxOutcome =
  | {
      readonly kind: 'invoice';
      readonly vatCategory: VatCategory;
      /** In hundredths of a percent: 2000 is 20 %. */
      readonly vatRate: number;
      /** Code of the list VATEX. */
      readonly exemption: string | null;
      readonly mentions: readonly string[];
    }
  | { readonly kind: 'receipt'; readonly mentions: readonly string[] }
  | { readonly kind: 'review'; readonly holdsPayment: boolean; readonly because: InBothLanguages }
  | { readonly kind: 'blocked'; readonly holdsPayment: boolean; readonly because: InBothLanguages };

export interface TaxRule extends Validity {
  readonly key: string;
  readonly label: InBothLanguages;
  readonly when: TaxConditions;
  readonly needs: readonly TaxNeed[];
  readonly outcome: TaxOutcome;
  /** Where it is written, or who decided it. */
  readonly source: string;
}

/** A sentence the law wants on a document; several of one code hold one after the other. */
export interface TaxMention extends Validity {
  readonly code: string;
  readonly text: InBothLanguages;
  readonly source: string;
}

/** From when on payments to a private person are no longer occasional; null: not looked at. */
export interface TaxThresholds {
  readonly months: number;
  readonly payments: number | null;
  readonly amount: { readonly amount: bigint; readonly currency: string } | null;
  readonly source: string;
}

export interface TaxTable {
  /** Sets of countries (ISO 3166-1 alpha-2) by name. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  readonly thresholds: TaxThresholds;
  readonly mentions: readonly TaxMention[];
  /** In order: the first that is not false decides. */
  readonly rules: readonly TaxRule[];
}

export type TableRule = 'tax_unique' | 'tax_zone' | 'tax_mention' | 'tax_days' | 'tax_rate';

export interface TableFault {
  /** `rules[2].outcome.vatRate` */
  readonly path: string;
  readonly rule: TableRule;
}

/** Whether something holds on a day. */
export function holdsOn({ validFrom, validTo }: Validity, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Everything that is wrong with a table by itself; empty: it can be put in force. */
export function tableFaults(table: TaxTable): TableFault[] {
  const zones = new Set(Object.keys(table.zones));
  const mentions = new Set(table.mentions.map(({ code }) => code));
  const seen = new Set<string>();
  const ofRules = table.rules.flatMap((rule, index) => {
    const faults = [...ruleFaults(rule, zones, mentions, `rules[${index}]`)];
    if (seen.has(rule.key)) faults.push({ path: `rules[${index}].key`, rule: 'tax_unique' });
    seen.add(rule.key);
    return faults;
  });
  const ofMentions = table.mentions.flatMap((mention, index) => {
    const path = `mentions[${index}]`;
    const overlaps = table.mentions.slice(0, index).some((other) => other.code === mention.code && meet(other, mention));
    return [...dayFaults(mention, path), ...(overlaps ? [{ path: `${path}.validFrom`, rule: 'tax_unique' as const }] : [])];
  });
  return [...ofMentions, ...ofRules];
}

function* ruleFaults(
  rule: TaxRule,
  zones: ReadonlySet<string>,
  mentions: ReadonlySet<string>,
  path: string,
): Generator<TableFault> {
  yield* dayFaults(rule, path);
  for (const side of ['zones', 'outside'] as const) {
    if (rule.when[side]?.every((zone) => zones.has(zone)) === false) yield { path: `${path}.when.${side}`, rule: 'tax_zone' };
  }
  const { outcome } = rule;
  if (!('mentions' in outcome)) return;
  if (!outcome.mentions.every((code) => mentions.has(code))) yield { path: `${path}.outcome.mentions`, rule: 'tax_mention' };
  // Only the standard category carries VAT, and then some: EN 16931, rules BR-S-5, BR-E-5, BR-AE-5 and their like.
  if (outcome.kind === 'invoice' && (outcome.vatCategory === 'S') !== outcome.vatRate > 0) {
    yield { path: `${path}.outcome.vatRate`, rule: 'tax_rate' };
  }
}

function dayFaults({ validFrom, validTo }: Validity, path: string): TableFault[] {
  return validTo !== null && validTo < validFrom ? [{ path: `${path}.validTo`, rule: 'tax_days' }] : [];
}

function meet(one: Validity, other: Validity): boolean {
  return (one.validTo === null || other.validFrom <= one.validTo) && (other.validTo === null || one.validFrom <= other.validTo);
}
