import { writeCompany } from '@cordee/contract/company';
import { expect, it } from 'vitest';
import type { Company } from './ask-company.ts';
import { companyBody, companyField, companyValues } from './company-values.ts';

const identity = {
  legalName: 'Alpes Équipement',
  tradeName: null,
  legalForm: 'SAS',
  capital: '50 000 €',
  register: 'RCS Annecy 303 265 045',
  siren: '303265045',
  siret: '30326504500003',
  vatNumber: 'FR40303265045',
  ape: '4791A',
  address: { street: '12 rue des Écoles', postCode: '74000', town: 'Annecy', country: 'FR' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '04 50 00 00 00' },
  electronicAddress: { scheme: '0088', id: '303265045' },
};
const company = (known: typeof identity | null): Company => ({
  on: '2026-11-30',
  country: 'FR',
  record:
    known === null
      ? null
      : {
          number: 1,
          validFrom: '2026-01-01',
          validTo: null,
          state: 'holds',
          identity: known,
          reason: null,
          writtenAt: '2026-01-01T00:00:00.000Z',
          author: null,
        },
  next: null,
  lacks: [],
});

it('sends what it was given, whole, when nothing was typed', () => {
  const body = companyBody({ ...companyValues(company(identity), '2026-11-30'), reason: 'We have moved.' });
  expect(writeCompany.parse(body)).toEqual({ identity, validFrom: '2026-11-30', reason: 'We have moved.' });
});

it('sends a name alone as a name alone, in the country of the workspace', () => {
  const empty = companyValues(company(null), '2026-11-30');
  expect(empty.country).toBe('FR');
  const parsed = writeCompany.parse(companyBody({ ...empty, legalName: 'Alpes' }));
  const { legalName, ...rest } = parsed.identity;
  expect([legalName, new Set(Object.values(rest))]).toEqual(['Alpes', new Set([null])]);
});

it.each([
  ['identity.legalName', 'legalName'],
  ['identity.address', 'town'],
  ['identity.address.postCode', 'postCode'],
  ['identity.contact.email', 'contactEmail'],
  ['identity.contact', 'contactName'],
  ['identity.electronicAddress.id', 'electronicAddress'],
  ['identity', 'validFrom'],
  ['reason', 'reason'],
])('the fault at %s stands at the field %s', (path, field) => expect(companyField(path)).toBe(field));

it('has a field for each fault of the contract', () => {
  const values = companyValues(company(null), '2026-11-30');
  const wrong = {
    ...values,
    siret: '1',
    ape: 'x',
    street: 'x',
    town: '',
    contactEmail: 'x',
    electronicAddress: ' x '.repeat(99),
  };
  const { error } = writeCompany.safeParse(companyBody(wrong));
  const fields = (error?.issues ?? []).map(({ path }) => companyField(path.join('.')));
  expect(fields.length).toBeGreaterThan(6);
  expect(fields.filter((field) => !Object.hasOwn(values, field))).toEqual([]);
});
