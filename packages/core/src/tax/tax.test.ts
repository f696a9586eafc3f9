import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideTax, type TaxFacts, vatPolicies, vatStates } from './decide-tax.ts';
import { explainTax } from './explain-tax.ts';
import { type TaxKind, taxKinds, taxNeeds, tableFaults, type TaxRule, type TaxTable, vatStatuses } from './tax-table.ts';
import { hasSiren, plainVatNumber, sirenInVatNumber, vatPrefixOf } from './vat-number.ts';

const always = { validFrom: '2020-01-01', validTo: null, source: 'test' };
const label = { fr: 'Règle', en: 'Rule' };
const because = { fr: 'Parce que.', en: 'Because.' };
const standard: TaxRule['outcome'] = { kind: 'invoice', vatCategory: 'S', vatRate: 2000, exemption: null, mentions: ['self'] };

const table: TaxTable = {
  zones: { home: ['FR'], near: ['DE', 'BE'] },
  thresholds: { months: 12, payments: 3, amount: { amount: 100_000n, currency: 'EUR' }, source: 'test' },
  mentions: [
    { code: 'self', text: { fr: 'Autofacturation', en: 'Self-billing' }, ...always },
    { code: 'small', text: { fr: 'Ancienne phrase', en: 'Old sentence' }, ...always, validTo: '2027-12-31' },
  ],
  rules: [
    {
      key: 'employee',
      label,
      when: { kinds: ['employee_of_third_party'] },
      needs: [],
      outcome: { kind: 'review', holdsPayment: true, because },
      ...always,
    },
    {
      key: 'repeated',
      label,
      when: { kinds: ['private_person'], repeated: true },
      needs: [],
      outcome: { kind: 'blocked', holdsPayment: false, because },
      ...always,
    },
    {
      key: 'occasional',
      label,
      when: { kinds: ['private_person'] },
      needs: ['birth_date'],
      outcome: { kind: 'receipt', mentions: [] },
      ...always,
    },
    { key: 'home', label, when: { zones: ['home'], vatStatuses: ['liable'] }, needs: ['siren'], outcome: standard, ...always },
    {
      key: 'small',
      label,
      when: { zones: ['home'], vatStatuses: ['exempt'] },
      needs: [],
      outcome: { kind: 'invoice', vatCategory: 'E', vatRate: 0, exemption: 'VATEX-FR-FRANCHISE', mentions: ['small'] },
      ...always,
    },
    {
      key: 'near',
      label,
      when: { zones: ['near'] },
      needs: ['vat_number', 'vat_check'],
      outcome: { kind: 'invoice', vatCategory: 'AE', vatRate: 0, exemption: 'VATEX-EU-AE', mentions: ['self'] },
      ...always,
    },
    {
      key: 'far',
      label,
      when: { outside: ['home', 'near'], kinds: ['business'] },
      needs: [],
      outcome: { kind: 'review', holdsPayment: false, because },
      ...always,
      validFrom: '2026-06-01',
    },
  ],
};

const facts = (changes: Partial<TaxFacts> = {}): TaxFacts => ({
  on: '2026-11-23',
  country: 'FR',
  kind: 'business',
  vatStatus: 'liable',
  held: ['siren', 'vat_number', 'birth_date'],
  vatState: 'not_checked',
  vatProved: false,
  vatPolicy: 'block',
  payments: { count: 0, amounts: [] },
  review: null,
  ...changes,
});

const decided = (changes: Partial<TaxFacts>) => {
  const { outcome, rule, missing, warnings, holdsPayment } = decideTax(table, facts(changes));
  return { outcome, rule, missing, warnings, holdsPayment };
};
const plain = { missing: [], warnings: [], holdsPayment: false };

describe('a decision', () => {
  it.each<[string, Partial<TaxFacts>, object]>([
    ['home, liable', {}, { outcome: 'invoice', rule: 'home' }],
    ['home without its number', { held: [] }, { outcome: 'blocked', rule: 'home', missing: ['siren'] }],
    ['home, small', { vatStatus: 'exempt' }, { outcome: 'invoice', rule: 'small' }],
    [
      'a mention whose days are over',
      { vatStatus: 'exempt', on: '2028-01-01' },
      { outcome: 'blocked', rule: 'small', missing: ['mention'] },
    ],
    ['near, checked', { country: 'DE', vatState: 'valid' }, { outcome: 'invoice', rule: 'near' }],
    ['near, vouched for', { country: 'DE', vatProved: true, vatState: 'invalid' }, { outcome: 'invoice', rule: 'near' }],
    [
      'near, unavailable, block',
      { country: 'DE', vatState: 'unavailable' },
      { outcome: 'blocked', rule: 'near', missing: ['vat_check'] },
    ],
    [
      'near, unavailable, warn',
      { country: 'DE', vatState: 'unavailable', vatPolicy: 'warn' },
      { outcome: 'invoice', rule: 'near', warnings: ['vat_check'] },
    ],
    [
      'near, unavailable, allow',
      { country: 'DE', vatState: 'unavailable', vatPolicy: 'allow' },
      { outcome: 'invoice', rule: 'near' },
    ],
    [
      'near, invalid, allow',
      { country: 'DE', vatState: 'invalid', vatPolicy: 'allow' },
      { outcome: 'blocked', rule: 'near', missing: ['valid_vat_number'] },
    ],
    ['a private person', { kind: 'private_person', vatStatus: null }, { outcome: 'receipt', rule: 'occasional' }],
    [
      'paid three times',
      { kind: 'private_person', payments: { count: 3, amounts: [] } },
      { outcome: 'blocked', rule: 'repeated' },
    ],
    [
      'paid much',
      { kind: 'private_person', payments: { count: 1, amounts: [{ currency: 'EUR', amount: 100_000n }] } },
      { outcome: 'blocked', rule: 'repeated' },
    ],
    [
      'paid a cent less',
      { kind: 'private_person', payments: { count: 1, amounts: [{ currency: 'EUR', amount: 99_999n }] } },
      { outcome: 'receipt', rule: 'occasional' },
    ],
    [
      'paid in dollars',
      { kind: 'private_person', payments: { count: 1, amounts: [{ currency: 'USD', amount: 1n }] } },
      { outcome: 'blocked', rule: null, missing: ['payments'] },
    ],
    ['an employee', { kind: 'employee_of_third_party' }, { outcome: 'review', rule: 'employee', holdsPayment: true }],
    ['far, reviewed', { country: 'US' }, { outcome: 'review', rule: 'far' }],
    ['far, before that rule', { country: 'US', on: '2026-05-31' }, { outcome: 'blocked', rule: null }],
    [
      'nothing known',
      { country: null, kind: null, vatStatus: null, held: [] },
      { outcome: 'blocked', rule: null, missing: ['kind', 'country', 'vat_status'] },
    ],
    ['only its standing unknown', { vatStatus: null }, { outcome: 'blocked', rule: null, missing: ['vat_status'] }],
    [
      'near, where the standing does not matter',
      { country: 'BE', vatStatus: null, vatState: 'valid' },
      { outcome: 'invoice', rule: 'near' },
    ],
  ])('%s', (_, changes, expected) => expect(decided(changes)).toEqual({ ...plain, ...expected }));

  it('follows the review of a person, as far as that goes', () => {
    const employee = { kind: 'employee_of_third_party' as const };
    const as = (rule: string, treatAs: string) => decideTax(table, facts({ ...employee, review: { rule, treatAs } }));
    expect(as('employee', 'occasional')).toMatchObject({
      outcome: 'receipt',
      rule: 'employee',
      treatedAs: 'occasional',
      holdsPayment: false,
    });
    expect(as('far', 'occasional')).toMatchObject({ outcome: 'review', treatedAs: null });
    expect(as('employee', 'repeated')).toMatchObject({ outcome: 'review', holdsPayment: true });
    const without = decideTax(table, facts({ ...employee, held: [], review: { rule: 'employee', treatAs: 'occasional' } }));
    expect(without).toMatchObject({ outcome: 'blocked', missing: ['birth_date'] });
  });
});

const anyFacts: fc.Arbitrary<TaxFacts> = fc.record({
  on: fc.constantFrom('2019-12-31', '2026-05-31', '2026-11-23', '2027-12-31', '2028-01-01'),
  country: fc.constantFrom(null, 'FR', 'DE', 'US', 'ZZ'),
  kind: fc.constantFrom<TaxKind | null>(null, ...taxKinds),
  vatStatus: fc.constantFrom(null, ...vatStatuses),
  held: fc.subarray(taxNeeds.filter((need) => need !== 'vat_check')),
  vatState: fc.constantFrom(...vatStates),
  vatProved: fc.boolean(),
  vatPolicy: fc.constantFrom(...vatPolicies),
  payments: fc.record({
    count: fc.nat(5),
    amounts: fc.array(fc.record({ currency: fc.constantFrom('EUR', 'USD'), amount: fc.bigInt(0n, 200_000n) }), { maxLength: 3 }),
  }),
  review: fc.option(
    fc.record({
      rule: fc.constantFrom('employee', 'far', 'none'),
      treatAs: fc.constantFrom('home', 'occasional', 'far', 'none'),
    }),
  ),
});

describe('for any facts', () => {
  it('there is one decision, the same each time, whatever the order of what is held', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const decision = decideTax(table, any);
        expect(decideTax(table, { ...any, held: any.held.toReversed() })).toEqual(decision);
        const isDocument = decision.outcome === 'invoice' || decision.outcome === 'receipt';
        expect(isDocument && decision.missing.length > 0).toBe(false);
        expect((decision.outcome === 'invoice') === (decision.vatCategory !== null && decision.vatRate !== null)).toBe(true);
        for (const language of ['fr', 'en'] as const)
          expect(explainTax(table, any, decision, language).length).toBeGreaterThan(2);
      }),
    );
  });

  it('what one more datum decides was not decided otherwise without it', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('country' as const, 'kind' as const, 'vatStatus' as const), (any, attribute) => {
        const less = decideTax(table, { ...any, [attribute]: null });
        const more = decideTax(table, any);
        if (less.rule !== null) expect(more.rule).toBe(less.rule);
        else if (any[attribute] !== null && more.rule !== null) expect(less.missing).not.toEqual([]);
      }),
    );
  });

  it('nobody gets a document the day before all rules begin', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        expect(decideTax(table, { ...any, on: '2019-12-31' })).toMatchObject({ outcome: 'blocked', rule: null, missing: [] });
      }),
    );
  });
});

describe('a table', () => {
  it('is refused with its faults, each at its place', () => {
    expect(tableFaults(table)).toEqual([]);
    const [employee, , , home] = table.rules as [TaxRule, TaxRule, TaxRule, TaxRule];
    const broken: TaxTable = {
      ...table,
      mentions: [...table.mentions, { code: 'self', text: label, ...always, validFrom: '2026-01-01' }],
      rules: [
        employee,
        { ...employee, when: { zones: ['nowhere'] } },
        { ...home, key: 'rate', outcome: { ...standard, vatRate: 0, mentions: ['none'] } },
        { ...home, key: 'days', validTo: '2019-01-01' },
      ],
    };
    expect(tableFaults(broken)).toEqual([
      { path: 'mentions[2].validFrom', rule: 'tax_unique' },
      { path: 'rules[1].when.zones', rule: 'tax_zone' },
      { path: 'rules[1].key', rule: 'tax_unique' },
      { path: 'rules[2].outcome.mentions', rule: 'tax_mention' },
      { path: 'rules[2].outcome.vatRate', rule: 'tax_rate' },
      { path: 'rules[3].validTo', rule: 'tax_days' },
    ]);
  });
});

describe('a decision in words', () => {
  it('says what was known, which rule, what follows, what is missing, and that it is no advice', () => {
    const asked = facts({ country: 'GP', kind: null });
    expect(explainTax(table, asked, decideTax(table, asked), 'fr')).toEqual([
      'Au 23 novembre 2026 : pays : Guadeloupe, redevable de la TVA.',
      'Aucun document pour l’instant ; les commissions continuent de courir.',
      'Il manque : ce qu’est le partenaire.',
      'C’est ce que dit la table de l’entreprise, non un conseil juridique.',
    ]);
    expect(explainTax(table, facts(), decideTax(table, facts()), 'en')).toEqual([
      'On 23 November 2026: a business, country: France, liable to VAT.',
      'Rule “Rule” (test).',
      'An invoice, VAT category S, rate 20%.',
      'This is what the company’s own table says, not legal advice.',
    ]);
  });
});

describe('a VAT number', () => {
  it('begins as its country’s do, and holds the SIREN where it is French', () => {
    expect(['FR', 'GR', 'MC', 'RE', 'GB', 'DE'].map(vatPrefixOf)).toEqual(['FR', 'EL', 'FR', 'FR', 'XI', 'DE']);
    expect(plainVatNumber('fr 40 303.265-045')).toBe('FR40303265045');
    expect(sirenInVatNumber('FR40303265045')).toBe('303265045');
    expect(sirenInVatNumber('FR53000004605')).toBeNull();
    expect(sirenInVatNumber('DE136695976')).toBeNull();
    expect(['FR', 'GP', 'MC', 'DE'].map(hasSiren)).toEqual([true, true, false, false]);
  });
});
