import { expect, it } from 'vitest';
import { makeSession, makeWorkspace } from '../../../test/app.ts';
import { DAY, START, withBooks, type Books } from '../../../test/books.ts';
import { ALPES, COMPANY, writeCompany } from '../../../test/company.ts';
import { enterDetails, FRENCH, setInvoicing, signMandate } from '../../../test/invoicing.ts';

type Json = Record<string, unknown>;

const companyOn = async (books: Books, on = '') => (await books.get(`company${on === '' ? '' : `?on=${on}`}`)).json() as Json;
const nameOn = async (books: Books, on: string) =>
  ((await companyOn(books, on)) as { record: { identity: Json } }).record.identity['legalName'];
const post = (books: Books, body: object, as?: string) => books.post('company/records', body, as);

it('is not known at first, then from its first record on and before it', () =>
  withBooks(async (books) => {
    expect(await companyOn(books)).toMatchObject({
      on: '2026-01-15',
      country: 'FR',
      record: null,
      next: null,
      lacks: [
        { purpose: 'invoices', data: ['legalName', 'address'] },
        { purpose: 'fec', data: ['legalName', 'siren'] },
        { purpose: 'das2', data: ['legalName', 'siret', 'ape', 'address', 'contact'] },
      ],
    });
    const made = await post(books, { identity: { ...COMPANY, vatNumber: 'fr 44 732 829 320', ape: '47.91a' } });
    expect([made.status, made.json()]).toMatchObject([
      201,
      {
        number: 1,
        validFrom: '2026-01-15',
        validTo: null,
        state: 'holds',
        reason: null,
        identity: { siren: '732829320', vatNumber: 'FR44732829320', ape: '4791A', tradeName: null },
      },
    ]);
    expect(await companyOn(books)).toMatchObject({ record: { number: 1 }, lacks: [] });
    expect(await nameOn(books, '2019-05-01')).toBe('Maison Bleue SAS');
  }));

it('is another one from a day on; what was before stays, and the history says why and who', () =>
  withBooks(async (books) => {
    await writeCompany(books, {}, { reason: null });
    const later = { identity: { ...COMPANY, legalName: 'Maison Rouge' }, validFrom: '2026-03-01' };
    expect((await post(books, later)).json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'reason' }] });
    expect((await post(books, { ...later, reason: 'We took another name.' })).json()).toMatchObject({
      number: 2,
      state: 'future',
    });
    expect(await companyOn(books)).toMatchObject({ record: { number: 1, validTo: '2026-02-28' }, next: { number: 2 } });
    expect([await nameOn(books, '2026-02-28'), await nameOn(books, '2026-03-01')]).toEqual(['Maison Bleue SAS', 'Maison Rouge']);
    // The same again is nothing new.
    expect((await post(books, { ...later, reason: 'Again.' })).json()).toMatchObject({
      code: 'conflict',
      fields: [{ path: 'identity' }],
    });
    // A correction of the same day takes its place.
    await writeCompany(books, { legalName: 'Maison Rouge SA' }, { validFrom: '2026-03-01', reason: 'The name was cut.' });
    books.now = Date.UTC(2026, 2, 5);
    const first = (await books.get('company/records?limit=2')).json() as { items: Json[]; nextCursor: string };
    expect(first.items).toMatchObject([
      { number: 3, state: 'holds', reason: 'The name was cut.', author: expect.any(String) },
      { number: 2, state: 'replaced', validTo: null },
    ]);
    const rest = (await books.get(`company/records?limit=2&cursor=${first.nextCursor}`)).json();
    expect(rest).toMatchObject({ items: [{ number: 1, state: 'past', validTo: '2026-02-28' }], nextCursor: null });
  }));

it('refuses numbers that cannot exist or do not go together, and another country, by field', () =>
  withBooks(async (books) => {
    const faults = async (change: object) => {
      const { fields = [] } = (await post(books, { identity: { ...COMPANY, ...change } })).json() as {
        fields?: { path: string; rule: string }[];
      };
      return fields.map(({ path, rule }) => `${path}: ${rule}`);
    };
    expect(await faults({ siret: '73282932000075' })).toEqual(['identity.siret: siret']);
    expect(await faults({ siren: '303265045' })).toEqual(['identity.siret: siret_siren', 'identity.vatNumber: vat_siren']);
    expect(await faults({ vatNumber: 'FR41303265045' })).toEqual(['identity.vatNumber: vat_number']);
    expect(await faults({ address: { town: 'Berlin', country: 'DE' } })).toEqual(['identity.address.country: company_country']);
    expect(await faults({ ape: 'A479' })).toMatchObject([expect.stringContaining('identity.ape')]);
    expect(await faults({ address: { town: 'Saint-Denis', country: 'RE' } })).toEqual([]);
  }));

it('of another country has none of the French numbers', () =>
  withBooks(async (books) => {
    await books.owner.query(`update workspace set country = 'DE' where id = $1`, [books.workspace.id]);
    const address = { town: 'Berlin', country: 'DE' };
    const identity = { legalName: 'Blau GmbH', register: 'HRB 1234 Amtsgericht Berlin', address };
    const refused = await post(books, { identity: { ...identity, siret: '73282932000074', ape: '4791A' } });
    expect((refused.json() as { fields: Json[] }).fields.map(({ path }) => path)).toEqual(['identity.siret', 'identity.ape']);
    expect((await post(books, { identity: { ...identity, vatNumber: 'DE136695976' } })).status).toBe(201);
  }));

it('is written by owners and finance, read by everybody of the company, and no partner or stranger', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const sessionOf = (role: 'finance' | 'manager' | 'viewer') => makeSession(books.app, books.db, books.workspace.id, role);
    const body = { identity: COMPANY };
    for (const role of ['manager', 'viewer'] as const) {
      const as = await sessionOf(role);
      expect((await post(books, body, as)).status).toBe(403);
      expect((await books.get('company', as)).status).toBe(200);
    }
    expect((await post(books, body, await sessionOf('finance'))).status).toBe(201);
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    expect((await books.get('company', own)).status).toBe(403);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get('company', stranger)).json()).toMatchObject({ record: null });
    // Even the application itself can only add.
    await expect(
      books.db.query(`update company_record set reason = 'x' where workspace_id = $1`, [books.workspace.id]),
    ).rejects.toThrow('permission denied');
  }));

/** January invoiced and closed. */
async function invoiced(books: Books): Promise<{ id: string; as: string }> {
  const ana = await books.partner('Ana');
  await setInvoicing(books);
  await enterDetails(books, ana, FRENCH);
  const as = await signMandate(books, ana);
  await books.sale('january', ana, 10_000);
  books.now = START + 12 * DAY;
  await books.release();
  await books.sale('late', ana, 20_000);
  books.now = Date.UTC(2026, 1, 2);
  await books.done('periods/2026-01/closing', undefined);
  const { items } = (await books.done('invoices', {})) as { items: Json[] };
  return { id: String(items[0]?.['id']), as };
}

it('moves: what was made out before is the same to the byte, what comes after says the new address', () =>
  withBooks(async (books) => {
    const { id } = await invoiced(books);
    const { items: statements } = (await books.get('statements')).json() as { items: { id: string }[] };
    const statement = statements[0]?.id ?? '';
    await books.app.call('PUT', '/api/v1/books/declaration', { as: books.key, body: { paysSalaries: true } });
    const files = async () => [
      (await books.get(`invoices/${id}/file?form=xml`)).text,
      (await books.get(`invoices/${id}/file?form=pdf`)).text,
      (await books.get('books/das2/2025?format=das2')).text,
      (await books.get(`statements/${statement}`)).text,
    ];
    const before = await files();
    expect(before[0]).toContain('1 rue de Paris');
    expect(before[2]).toContain('75009 Paris');
    await writeCompany(books, { address: ALPES.address, legalName: 'Maison Bleue des Alpes' }, { reason: 'We have moved.' });
    expect(await files()).toEqual(before);

    books.now = Date.UTC(2026, 1, 12);
    await books.release();
    books.now = Date.UTC(2026, 2, 2);
    await books.done('periods/2026-02/closing', undefined);
    const { items } = (await books.done('invoices', {})) as { items: Json[] };
    const invoice = String(items[0]?.['id']);
    expect((await books.get(`invoices/${invoice}`)).json()).toMatchObject({
      buyer: {
        name: 'Maison Bleue des Alpes',
        legalForm: 'SAS, capital 50 000 EUR, RCS Paris 732 829 320',
        address: { town: 'Annecy' },
      },
    });
    expect((await books.get('books/das2/2026?format=das2')).text).toContain('74000 Annecy');
    expect(await files()).toEqual(before);
  }));

it('gives statements, charters and mandates the name of their day', () =>
  withBooks(async (books) => {
    const { as } = await invoiced(books);
    const { invoicing } = (await books.get('invoicing')).json() as { invoicing: { mandate: { text: object } } };
    const text = { fr: 'Mandat donné à {company}.', en: 'A mandate for {company}, {days} days.' };
    const mandate = { ...invoicing.mandate, text };
    await books.app.call('PUT', '/api/v1/invoicing', { as: books.key, body: { ...invoicing, mandate } });
    expect((await books.get('billing-mandates/offer', as, { 'accept-language': 'en' })).json()).toMatchObject({
      text: 'A mandate for Maison Bleue SAS, 15 days.',
    });
    const { items } = (await books.get('statements')).json() as { items: { id: string }[] };
    const statement = `statements/${items[0]?.id ?? ''}`;
    expect((await books.get(statement)).json()).toMatchObject({ workspaceName: 'Maison Bleue SAS' });
    await writeCompany(books, { legalName: 'Maison Rouge' });
    expect((await books.get(statement)).json()).toMatchObject({ workspaceName: 'Maison Bleue SAS' });
    const bob = await books.partner('Bob');
    const people = { companyPerson: 'Claire Martin', partnerPerson: 'Bob' };
    const charter = await books.post('charters', { partnerId: bob.id, kind: 'introducer', prevailing: 'fr', ...people });
    const document = (await books.get(`charters/${String(charter.json()['id'])}/versions/1`)).text;
    expect(document).toContain('Maison Rouge');
    expect(document).toContain('SAS, capital 50 000 EUR, RCS Paris 732 829 320, 1 rue de Paris, 75009 Paris, SIREN 732829320');
  }));
