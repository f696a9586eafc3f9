import { invoicing } from '@cordee/contract/invoicing';
import { faultsOf } from '@cordee/contract/field-faults';
import { expect, it } from 'vitest';
import { fieldOf, newSentence, toInvoicing, valuesOf } from './invoicing-values.ts';

const set = invoicing.parse({
  selfBilling: true,
  mandate: { text: { fr: 'Mandat.', en: 'Mandate.' }, contestDays: 15 },
  numberPrefix: 'AF',
  dueDays: 30,
  vatDue: 'payment',
  selfAssessedRate: 550,
  paymentWaits: 'nothing',
  notes: [
    { code: 'PMD', text: { fr: 'Pénalités.', en: 'Interest.' }, validFrom: '2013-01-01', validTo: null, source: 'L. 441-10' },
    {
      code: 'AAB',
      text: { fr: 'Escompte.', en: 'Discount.' },
      validFrom: '2013-01-01',
      validTo: '2020-12-31',
      source: 'L. 441-9',
    },
  ],
});

it('sends what it was given when nothing was typed', () => {
  expect(invoicing.parse(toInvoicing(valuesOf(set)))).toEqual(set);
});

it('has a field for each fault of a sentence', () => {
  const values = valuesOf(set);
  const wrong = { ...values, notes: [...values.notes, { ...newSentence(), code: 'x' }] };
  const { error } = invoicing.safeParse(toInvoicing(wrong));
  const fields = faultsOf(invoicing, error?.issues ?? []).map(({ path }) => fieldOf(path));
  expect(new Set(fields)).toEqual(new Set(['code', 'fr', 'en', 'validFrom', 'source'].map((name) => `notes.2.${name}`)));
});

it('has a field for each fault of the mandate', () => {
  expect(['mandate.text.fr', 'mandate.contestDays', 'numberPrefix'].map(fieldOf)).toEqual([
    'textFr',
    'contestDays',
    'numberPrefix',
  ]);
});
