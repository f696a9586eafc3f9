import { makeSession } from './app.ts';
import type { Books } from './books.ts';

/** All that a document may want of a company. */
export const COMPANY = {
  legalName: 'Maison Bleue SAS',
  legalForm: 'SAS',
  capital: '50 000 EUR',
  register: 'RCS Paris 732 829 320',
  siret: '73282932000074',
  vatNumber: 'FR44732829320',
  ape: '4791A',
  address: { street: '1 rue de Paris', postCode: '75009', town: 'Paris', country: 'FR' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '01 50 00 00 00' },
};

/** Another one, in Annecy. */
export const ALPES = {
  legalName: 'Alpes Équipement',
  legalForm: null,
  capital: null,
  register: null,
  siret: '30326504500003',
  vatNumber: null,
  address: { street: '12 rue des Écoles', postCode: '74000', town: 'Annecy', country: 'FR' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '04 50 00 00 00' },
};

/** Says who the company is, from today on unless it is said otherwise. */
export async function writeCompany(books: Books, change: object = {}, more: object = {}): Promise<void> {
  const as = await makeSession(books.app, books.db, books.workspace.id, 'owner');
  const body = { identity: { ...COMPANY, ...change }, reason: 'test', ...more };
  const answer = await books.app.call('POST', '/api/v1/company/records', { as, body });
  if (answer.status !== 201) throw new Error(answer.text);
}
