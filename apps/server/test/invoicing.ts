import { expect } from 'vitest';
import { makeSession } from './app.ts';
import type { BookPartner, Books } from './books.ts';
import { writeCompany } from './company.ts';

type Json = Record<string, unknown>;

/** A partner liable to VAT in France, and others. */
export const FRENCH = {
  validFrom: '2026-01-01',
  kind: 'business',
  country: 'FR',
  legalName: 'Atelier Lumière SARL',
  address: { street: '3 rue des Lilas', postCode: '69003', town: 'Lyon' },
  siren: '303265045',
  vatStatus: 'liable',
  vatNumber: 'FR40303265045',
};
export const SMALL = { ...FRENCH, vatStatus: 'exempt', vatNumber: null };
export const GERMAN = { ...FRENCH, country: 'DE', siren: null, legalName: 'Licht GmbH', vatNumber: 'DE136695976' };
export const PERSON = {
  ...FRENCH,
  kind: 'private_person',
  siren: null,
  vatStatus: null,
  vatNumber: null,
  birthDate: '1984-05-17',
};

/** The company makes out invoices in its partners' names, unless it is said otherwise. */
export async function setInvoicing(books: Books, change: object = {}): Promise<void> {
  const { invoicing } = (await books.get('invoicing')).json() as { invoicing: Json };
  const body = { ...invoicing, selfBilling: true, ...change };
  const answer = await books.app.call('PUT', '/api/v1/invoicing', { as: books.key, body });
  if (answer.status !== 200) throw new Error(answer.text);
  await writeCompany(books);
  const policy = { uncheckedVat: 'allow', checksVat: false, payoutsHold: 'reviews' };
  const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
  expect((await books.app.call('PUT', '/api/v1/tax-policy', { as: owner, body: policy })).status).toBe(200);
}

/** Enters what a partner is for tax. */
export const enterDetails = (books: Books, { id }: BookPartner, body: object) => books.done(`partners/${id}/tax-details`, body);

/** The partner gives its mandate; its session. */
export async function signMandate(books: Books, partner: BookPartner): Promise<string> {
  const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', partner.uuid);
  const offer = (await books.get('billing-mandates/offer', as)).json() as Json;
  const body = { language: offer['language'], textSha256: offer['textSha256'], signer: 'Ana Lumière' };
  const answer = await books.post('billing-mandates', body, as);
  expect(answer.status).toBe(201);
  return as;
}
