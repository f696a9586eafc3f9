import { charterKinds, charterTerms, clauseLibrary, presetCharter, takeClause } from '@cordee/core/charter';
import type { DutyTerms } from '@cordee/core/obligation';
import { dutyKinds } from '@cordee/core/obligation';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { charterClause } from './charter-document.ts';
import { dutyTerms } from './obligation-terms.ts';

type Told = z.output<typeof dutyTerms>;

test('what a clause of the library promises can be told, in the clause and by itself', () => {
  for (const clause of clauseLibrary.map((one) => takeClause(one))) {
    expect(charterClause.safeParse(clause).error, clause.key).toBeUndefined();
    for (const one of clause.terms) expect(dutyTerms.parse(one)).toEqual(one);
  }
});

test('what a whole charter promises can be told, its annexes included', () => {
  const people = [
    { key: 'ana', side: 'company' as const, name: 'Ana Martin', title: '' },
    { key: 'zoe', side: 'partner' as const, name: 'Zoé Petit', title: '' },
  ];
  for (const kind of charterKinds) {
    const party = { name: 'Alpes', details: '' };
    const document = presetCharter({ kind, prevailing: 'fr', company: party, partner: party, people });
    const { mediation } = document;
    const without = { ...document, mediation: mediation === null ? null : { ...mediation, mostDays: 0 } };
    for (const { terms } of [...charterTerms(document), ...charterTerms(without)]) expect(dutyTerms.parse(terms)).toEqual(terms);
  }
});

test('every kind the core knows is one of them, and nothing more', () => {
  const told = new Set(dutyTerms.options.flatMap(({ shape: { kind } }) => ('options' in kind ? kind.options : [...kind.values])));
  expect([...told].toSorted()).toEqual([...dutyKinds].toSorted());
  // Told terms are terms of the core; the compiler says so.
  const asCore = (one: Told): DutyTerms => one;
  expect(asCore).toBeTypeOf('function');
});

const both = { fr: 'Attestation', en: 'Certificate' };
test.each([
  ['a term of no month', { kind: 'duration', key: 'term', months: 12, renewal: 'tacit' }, { months: 0 }],
  ['a key that could be two joined ones', { kind: 'confidentiality', key: 'a_b', by: 'both', months: 12 }, { key: 'a.b-2' }],
  [
    'a payment more than a year later',
    { kind: 'payment', key: 'p', by: 'company', cadence: null, days: 365, reading: 'net' },
    { days: 366 },
  ],
  ['a ladder without steps', { kind: 'escalation', key: 'l', steps: [{ name: both, businessDays: 1 }] }, { steps: [] }],
  [
    'a day no calendar of ours knows',
    { kind: 'other', key: 'o', by: 'both', title: both, dueOn: '2199-12-31', cadence: null, proof: 'none' },
    { dueOn: '2200-01-01' },
  ],
])('%s is refused', (_, terms, wrong) => {
  expect(dutyTerms.safeParse(terms).success).toBe(true);
  expect(dutyTerms.safeParse({ ...terms, ...wrong }).success).toBe(false);
});
