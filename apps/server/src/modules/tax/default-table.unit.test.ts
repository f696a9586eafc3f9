import { tableOf } from '@cordee/contract/tax-table';
import { decideTax, type TaxFacts, tableFaults } from '@cordee/core/tax';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTable } from './default-table.ts';

const table = tableOf(defaultTable('FR').document);

const all = [
  'legal_name',
  'address',
  'siren',
  'siret',
  'vat_number',
  'local_tax_id',
  'birth_date',
  'business_proof',
  'payer_vat_number',
] as const;
const facts = (changes: Partial<TaxFacts>): TaxFacts => ({
  on: '2026-11-23',
  country: 'FR',
  kind: 'business',
  vatStatus: 'liable',
  held: all,
  vatState: 'valid',
  vatProved: false,
  vatPolicy: 'block',
  payments: { count: 0, amounts: [] },
  review: null,
  ...changes,
});
const invoice = (rule: string, vatCategory: string, vatRate: number, exemption: string | null, ...mentions: string[]) => ({
  outcome: 'invoice',
  rule,
  vatCategory,
  vatRate,
  exemption,
  mentions: mentions.map((code) => expect.objectContaining({ code }) as object),
});

describe('the French set', () => {
  it('has no fault', () => expect(tableFaults(table)).toEqual([]));

  it.each<[string, Partial<TaxFacts>, object]>([
    ['France, liable', {}, invoice('france_liable', 'S', 2000, null, 'self_billing')],
    ['an association too', { kind: 'association' }, invoice('france_liable', 'S', 2000, null, 'self_billing')],
    [
      'Monaco has no SIREN',
      { country: 'MC', held: ['legal_name', 'address', 'vat_number'] },
      invoice('monaco_liable', 'S', 2000, null, 'self_billing'),
    ],
    ['La Réunion', { country: 'RE' }, invoice('overseas_liable', 'S', 850, null, 'self_billing')],
    ['Guyane', { country: 'GF' }, { outcome: 'review', rule: 'overseas_without_vat', holdsPayment: false }],
    [
      'small business',
      { vatStatus: 'exempt' },
      invoice('france_small_business', 'E', 0, 'VATEX-FR-FRANCHISE', 'self_billing', 'small_business'),
    ],
    [
      'small business in 2028: its sentence is over',
      { vatStatus: 'exempt', on: '2028-01-01' },
      { outcome: 'blocked', missing: ['mention'] },
    ],
    ['France, not taxable', { vatStatus: 'not_taxable' }, { outcome: 'review', rule: 'france_other' }],
    ['Germany', { country: 'DE' }, invoice('union_liable', 'AE', 0, 'VATEX-EU-AE', 'self_billing', 'reverse_charge')],
    ['Germany, not checked', { country: 'DE', vatState: 'unavailable' }, { outcome: 'blocked', missing: ['vat_check'] }],
    [
      'Germany, without our own number',
      { country: 'DE', held: ['legal_name', 'address', 'vat_number'] },
      { outcome: 'blocked', missing: ['payer_vat_number'] },
    ],
    ['Germany, small business', { country: 'DE', vatStatus: 'exempt' }, { outcome: 'review', rule: 'union_other' }],
    [
      'United States',
      { country: 'US', vatStatus: null },
      invoice('elsewhere', 'AE', 0, 'VATEX-EU-AE', 'self_billing', 'reverse_charge'),
    ],
    [
      'United States, not proved',
      { country: 'US', held: ['legal_name', 'address', 'local_tax_id', 'payer_vat_number'] },
      { outcome: 'blocked', missing: ['business_proof'] },
    ],
    ['a private person', { kind: 'private_person', vatStatus: null }, { outcome: 'receipt', rule: 'private_occasional' }],
    [
      'the fourth payment',
      { kind: 'private_person', payments: { count: 4, amounts: [] } },
      { outcome: 'blocked', rule: 'private_repeated', holdsPayment: false },
    ],
    [
      'an employee of a third party',
      { kind: 'employee_of_third_party' },
      { outcome: 'review', rule: 'employee_of_third_party', holdsPayment: true },
    ],
    [
      'nothing known',
      { country: null, kind: null, vatStatus: null },
      { outcome: 'blocked', rule: null, missing: ['kind', 'country', 'vat_status'], holdsPayment: false },
    ],
  ])('%s', (_, changes, expected) => expect(decideTax(table, facts(changes))).toMatchObject(expected));

  it('leaves no known partner without a rule', () => {
    const countries = ['FR', 'MC', 'GP', 'MQ', 'RE', 'GF', 'YT', 'NC', 'PF', 'DE', 'GR', 'IE', 'GB', 'CH', 'US', 'JP'];
    const kinds = ['business', 'association', 'private_person', 'employee_of_third_party'] as const;
    const statuses = ['liable', 'exempt', 'not_taxable'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom(...kinds),
        fc.constantFrom(...statuses),
        (country, kind, vatStatus) => {
          expect(decideTax(table, facts({ country, kind, vatStatus })).rule).not.toBeNull();
        },
      ),
    );
  });
});

it('elsewhere nothing is decided by ours', () => {
  expect(decideTax(tableOf(defaultTable('DE').document), facts({}))).toMatchObject({
    outcome: 'blocked',
    rule: null,
    missing: [],
  });
});
