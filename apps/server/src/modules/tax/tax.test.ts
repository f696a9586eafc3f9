import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { type BookPartner, type Books, DAY, withBooks } from '../../../test/books.ts';

const FRENCH = {
  validFrom: '2026-01-01',
  kind: 'business',
  country: 'FR',
  legalName: 'Atelier Lumière SARL',
  address: { street: '3 rue des Lilas', postCode: '69003', town: 'Lyon' },
  siren: '303265045',
  vatStatus: 'liable',
  vatNumber: 'FR40303265045',
};
const PERSON = { ...FRENCH, kind: 'private_person', siren: null, vatStatus: null, vatNumber: null, birthDate: '1984-05-17' };

type Json = Record<string, unknown>;
const enter = (books: Books, { id }: BookPartner, body: object = FRENCH, as?: string) =>
  books.post(`partners/${id}/tax-details`, body, as);
const taxOf = async (books: Books, { id }: BookPartner, on = '', as?: string) =>
  (await books.get(`partners/${id}/tax${on === '' ? '' : `?on=${on}`}`, as)).json() as Record<
    'details' | 'decision' | 'vat' | 'proposed',
    Json | null
  >;

test('details hold from a day on, and what was so before stays', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    expect(await taxOf(books, anna)).toMatchObject({
      details: null,
      decision: { outcome: 'blocked', missing: ['kind', 'country', 'vat_status'] },
    });
    expect((await enter(books, anna)).status).toBe(201);
    const moved = { ...FRENCH, validFrom: '2026-03-01', country: 'DE', siren: null, vatNumber: 'DE136695976' };
    await enter(books, anna, moved);
    expect(await taxOf(books, anna, '2026-02-28')).toMatchObject({
      details: { country: 'FR' },
      decision: { outcome: 'invoice', rule: 'france_liable', vatRate: 2000 },
    });
    expect(await taxOf(books, anna, '2026-03-01')).toMatchObject({
      details: { country: 'DE' },
      decision: { outcome: 'blocked', missing: ['vat_check', 'payer_vat_number'] },
    });
    expect(await taxOf(books, anna, '2025-12-31')).toMatchObject({ details: null });
    // A correction of the same day takes the place of what was said of it.
    await enter(books, anna, { ...FRENCH, vatStatus: 'exempt', vatNumber: null });
    expect(await taxOf(books, anna, '2026-02-28')).toMatchObject({
      decision: { rule: 'france_small_business', exemption: 'VATEX-FR-FRANCHISE' },
    });
    expect(await taxOf(books, anna, '2026-03-01')).toMatchObject({ details: { country: 'DE' } });
    const list = await books.get(`partners/${anna.id}/tax-details?limit=2`);
    const page = list.json() as { items: Json[]; nextCursor: string };
    expect(page.items.map(({ country, vatStatus }) => [country, vatStatus])).toEqual([
      ['FR', 'exempt'],
      ['DE', 'liable'],
    ]);
    const next = (await books.get(`partners/${anna.id}/tax-details?limit=2&cursor=${page.nextCursor}`)).json();
    expect(next).toMatchObject({ items: [{ country: 'FR', vatStatus: 'liable' }], nextCursor: null });
    const tables = ['tax_details', 'tax_details_answer', 'vat_check', 'tax_decision', 'tax_review', 'tax_proof'];
    const rights = await books.owner.query<{ name: string }>(
      `select table_name as name from information_schema.role_table_grants
        where grantee = 'cordee_app' and privilege_type in ('UPDATE', 'DELETE') and table_name = any($1)`,
      [tables],
    );
    expect(rights).toEqual([]);
  }));

test('a partner proposes for itself only, and the company answers', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    expect((await enter(books, ben, FRENCH, session)).status).toBe(404);
    expect((await books.get(`partners/${ben.id}/tax`, session)).status).toBe(404);
    const first = (await enter(books, anna, FRENCH, session)).json();
    expect(first).toMatchObject({ state: 'proposed', byPartner: true });
    expect(await taxOf(books, anna, '', session)).toMatchObject({ details: null, proposed: { siren: '303265045' } });
    const second = (await enter(books, anna, { ...FRENCH, vatStatus: 'exempt', vatNumber: null }, session)).json();
    const { needs } = (await books.get('home')).json() as { needs: { kind: string }[] };
    expect(needs.find(({ kind }) => kind === 'tax_details_proposed')).toMatchObject({
      count: 1,
      examples: [{ id: second['id'], label: 'Anna' }],
    });
    const waiting = (await books.get('tax-details?state=proposed')).json() as { items: Json[] };
    expect(waiting.items.map(({ id }) => id)).toEqual([second['id']]);
    expect((await books.post(`tax-details/${String(first['id'])}/acceptance`, undefined)).json()).toMatchObject({
      code: 'conflict',
    });
    expect((await books.post(`tax-details/${String(second['id'])}/acceptance`, undefined, session)).status).toBe(403);
    expect((await books.post(`tax-details/${String(second['id'])}/acceptance`, undefined)).json()).toMatchObject({
      state: 'accepted',
    });
    expect((await books.post(`tax-details/${String(second['id'])}/refusal`, { reason: 'Too late' })).status).toBe(409);
    expect(await taxOf(books, anna)).toMatchObject({ details: { vatStatus: 'exempt' }, proposed: null });
    const third = (await enter(books, anna, FRENCH, session)).json();
    await books.post(`tax-details/${String(third['id'])}/refusal`, { reason: 'The register says otherwise' });
    const mine = (await books.get(`partners/${anna.id}/tax-details`, session)).json() as { items: Json[] };
    expect(mine.items.map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', 'The register says otherwise'],
      ['accepted', null],
      ['replaced', null],
    ]);
  }));

test('numbers that cannot exist are refused, each with its reason in both languages, and nothing is kept', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const wrong = await enter(books, anna, { ...FRENCH, siren: '303265046', siret: '30326504500004', vatNumber: 'DE136695976' });
    expect(wrong.status).toBe(422);
    const { fields } = wrong.json() as { fields: { path: string; rule: string }[] };
    expect(fields.map(({ path, rule }) => [path, rule])).toEqual([
      ['siren', 'siren'],
      ['siret', 'siret'],
      ['vatNumber', 'vat_country'],
    ]);
    const french = await books.post(
      `partners/${anna.id}/tax-details`,
      { ...FRENCH, siren: '303265046', vatNumber: null },
      books.key,
      { 'accept-language': 'fr' },
    );
    expect(french.text).toContain('Ce SIREN ne peut pas exister');
    expect((await enter(books, anna, { ...FRENCH, validFrom: '0000-01-01' })).json()).toMatchObject({
      fields: [{ path: 'validFrom', rule: 'tax_day' }],
    });
    expect((await books.get(`partners/${anna.id}/tax?on=0000-01-01`)).status).toBe(422);
    expect((await books.get(`partners/${anna.id}/tax?on=9999-12-31`)).status).toBe(200);
    expect((await books.get(`partners/${anna.id}/tax-details`)).json()).toMatchObject({ items: [] });
    expect((await enter(books, { ...anna, id: 'prt_01h455vb4pex5vsknk084sn02q' })).status).toBe(404);
  }));

test('a date of birth is shown to whom it is meant for, and stands nowhere in the clear', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const key = { 'idempotency-key': 'birth' };
    const made = await books.post(`partners/${anna.id}/tax-details`, PERSON, books.key, key);
    expect(made.json()).toMatchObject({ birthDate: '1984-05-17', sealed: ['birth_date'] });
    const again = await books.post(`partners/${anna.id}/tax-details`, PERSON, books.key, key);
    expect(again.json()).toMatchObject({ id: made.json()['id'], birthDate: null, sealed: ['birth_date'] });
    const shown = async (role: 'owner' | 'finance' | 'manager' | 'viewer') => {
      const session = await makeSession(books.app, books.db, books.workspace.id, role);
      return (await taxOf(books, anna, '', session)).details?.['birthDate'];
    };
    expect([await shown('owner'), await shown('finance'), await shown('manager'), await shown('viewer')]).toEqual([
      '1984-05-17',
      '1984-05-17',
      null,
      null,
    ]);
    expect(await taxOf(books, anna)).toMatchObject({ decision: { outcome: 'receipt', rule: 'private_occasional' } });
    for (const table of ['tax_details', 'audit', 'idempotency', 'tax_decision']) {
      const found = await books.owner.query(`select 1 from ${table} t where workspace_id = $1 and t::text like '%1984%'`, [
        books.workspace.id,
      ]);
      expect(found, table).toEqual([]);
    }
  }));

test('a decision is kept with its inputs, and names a version that never changes', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await enter(books, anna);
    const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
    const put = (path: string, body: unknown) => books.app.call('PUT', `/api/v1/${path}`, { as: owner, body });
    expect((await books.get('tax-tables/in-force')).json()).toMatchObject({ id: null, version: 0, isInForce: true });
    const kept = await books.done(`partners/${anna.id}/tax-decisions`, { on: '2026-01-10' });
    expect(kept).toMatchObject({ outcome: 'invoice', rule: 'france_liable', vatCategory: 'S', tableVersion: 1 });
    expect(kept['inputs']).toMatchObject({ on: '2026-01-10', country: 'FR', payments: { count: 0, amounts: [] } });
    expect(kept['text']).toMatchObject({
      fr: expect.arrayContaining(['Règle « France, redevable de la TVA » (CGI, art. 278).']) as string[],
    });
    const adopted = (await books.get('tax-tables/in-force')).json() as {
      id: string;
      document: { rules: { key: string; outcome: Json }[] };
    };
    expect(adopted).toMatchObject({ version: 1, state: 'published', name: 'France, 2026' });
    expect((await put(`tax-tables/${adopted.id}`, { name: 'Other', document: adopted.document })).status).toBe(409);
    // The database's own lock, should the code forget.
    const renamed = await transaction(books.db, async (tx) => {
      await withWorkspace(tx, books.workspace.id);
      return tx.query(`update tax_table set name = 'x' where workspace_id = $1 returning id`, [books.workspace.id]);
    });
    expect(renamed).toEqual([]);
    expect((await books.get('tax-tables/in-force')).json()).toMatchObject({ name: 'France, 2026' });

    const document = structuredClone(adopted.document);
    const rule = document.rules.find(({ key }) => key === 'france_liable');
    if (rule === undefined) throw new Error('no such rule');
    rule.outcome['vatRate'] = 2100;
    const draft = (await books.post('tax-tables', { name: 'Taux 2026', document }, owner)).json();
    expect((await books.post('tax-tables', { name: 'Another', document }, owner)).status).toBe(409);
    expect((await books.post('tax-tables', { name: 'By key', document })).status).toBe(403);
    const broken = { ...document, rules: [{ ...rule, outcome: { ...rule.outcome, vatRate: 0, mentions: ['none'] } }] };
    const refused = await put(`tax-tables/${String(draft['id'])}`, { name: 'Broken', document: broken });
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({
      fields: [
        { path: 'document.rules[0].outcome.mentions', rule: 'tax_mention' },
        { path: 'document.rules[0].outcome.vatRate', rule: 'tax_rate' },
      ],
    });
    const publish = (validFrom: string) => books.post(`tax-tables/${String(draft['id'])}/publication`, { validFrom }, owner);
    expect((await publish('2026-01-14')).json()).toMatchObject({ fields: [{ path: 'validFrom', rule: 'past' }] });
    expect((await publish('2026-01-20')).json()).toMatchObject({ state: 'published', version: 2, isInForce: false });
    expect((await publish('2026-01-20')).status).toBe(409);
    expect(await taxOf(books, anna)).toMatchObject({ decision: { vatRate: 2000 } });
    books.now += 6 * DAY;
    expect(await taxOf(books, anna)).toMatchObject({ decision: { vatRate: 2100, tableVersion: 2 } });
    const list = (await books.get(`partners/${anna.id}/tax-decisions`)).json();
    expect(list).toMatchObject({ items: [{ vatRate: 2000, tableVersion: 1, id: kept['id'] }] });
  }));

/** A partner that is owed and could be paid, as far as its account goes. */
async function owed(books: Books, name: string, sale: string): Promise<BookPartner> {
  const partner = await books.partner(name);
  await books.sale(sale, partner, 50_000);
  books.now += 11 * DAY;
  await books.release();
  return partner;
}

const reasonsOf = async (books: Books, { id }: BookPartner) => {
  const { items } = (await books.get('payout-candidates')).json() as { items: { partnerId: string; reasons: string[] }[] };
  return items.find(({ partnerId }) => partnerId === id)?.reasons.filter((reason) => reason.startsWith('tax'));
};

test('an employee of a third party is not paid before a person reviewed it; everybody else is, unless the company says otherwise', () =>
  withBooks(async (books) => {
    const anna = await owed(books, 'Anna', 's1');
    const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
    expect(await reasonsOf(books, anna)).toEqual([]);
    const policy = { uncheckedVat: 'block', checksVat: true, payoutsHold: 'all' };
    const setPolicy = (body: object) => books.app.call('PUT', '/api/v1/tax-policy', { as: owner, body });
    expect((await setPolicy({ ...policy, freshDays: 0 })).status).toBe(422);
    await setPolicy(policy);
    expect(await reasonsOf(books, anna)).toEqual(['tax_missing']);
    expect((await books.post('payouts', { partnerId: anna.id, currency: 'EUR' })).json()).toMatchObject({
      fields: [{ rule: 'tax_missing' }],
    });
    await setPolicy({ ...policy, payoutsHold: 'reviews' });
    expect(await reasonsOf(books, anna)).toEqual([]);

    await enter(books, anna, { ...PERSON, kind: 'employee_of_third_party' });
    expect(await taxOf(books, anna)).toMatchObject({ decision: { outcome: 'review', holdsPayment: true } });
    expect(await reasonsOf(books, anna)).toEqual(['tax_under_review']);
    const paid = () => books.post('payouts', { partnerId: anna.id, currency: 'EUR' });
    expect((await paid()).json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'tax_under_review' }] });
    await books.sale('s2', anna, 10_000);
    expect((await books.balance(anna)).pending).toBe(1000);

    const review = (treatAs: string, as?: string) =>
      books.post(`partners/${anna.id}/tax-reviews`, { treatAs, reason: 'The employer declares it' }, as);
    expect((await review('private_occasional')).status).toBe(403);
    expect((await review('private_repeated', owner)).json()).toMatchObject({ fields: [{ path: 'treatAs' }] });
    expect((await review('private_occasional', owner)).json()).toMatchObject({
      outcome: 'receipt',
      treatedAs: 'private_occasional',
    });
    expect(await reasonsOf(books, anna)).toEqual([]);
    expect((await paid()).status).toBe(201);
    // Other details are another case: the review was not about them.
    await enter(books, anna, { ...PERSON, validFrom: '2026-01-02', kind: 'employee_of_third_party' });
    expect(await taxOf(books, anna)).toMatchObject({ decision: { outcome: 'review', treatedAs: null } });
  }));

test('a private person paid again and again gets no document any more, and goes on earning', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await enter(books, anna, PERSON);
    for (let number = 1; number <= 4; number += 1) {
      expect(await taxOf(books, anna), `payment ${number}`).toMatchObject({ decision: { outcome: 'receipt' } });
      await books.sale(`s${number}`, anna, 50_000);
      books.now += 11 * DAY;
      await books.release();
      const { id } = await books.done('payouts', { partnerId: anna.id, currency: 'EUR' });
      await books.done(`payouts/${String(id)}/confirmation`, {});
    }
    const repeated = { decision: { outcome: 'blocked', rule: 'private_repeated', holdsPayment: false } };
    expect(await taxOf(books, anna)).toMatchObject(repeated);
    await books.sale('s5', anna, 50_000);
    expect((await books.balance(anna)).pending).toBe(5000);
    const day = (offset: number) => new Date(books.now + offset * DAY).toISOString().slice(0, 10);
    // The first leaves the twelve months eleven days before the others begin to.
    expect(await taxOf(books, anna, day(365 - 34))).toMatchObject(repeated);
    expect(await taxOf(books, anna, day(365 - 32))).toMatchObject({ decision: { outcome: 'receipt' } });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));
