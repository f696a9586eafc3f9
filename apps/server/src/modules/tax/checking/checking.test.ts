import { expect, test } from 'vitest';
import { makeSession } from '../../../../test/app.ts';
import { type BookPartner, type Books, DAY, START, withOwnBooks } from '../../../../test/books.ts';
import { ALPES, writeCompany } from '../../../../test/company.ts';
import { FRENCH, setInvoicing, signMandate } from '../../../../test/invoicing.ts';
import { type Receiver, withReceiver } from '../../../../test/receiver.ts';
import { createLog } from '../../../platform/telemetry/log.ts';

const GERMAN = {
  validFrom: '2026-01-01',
  kind: 'business',
  country: 'DE',
  legalName: 'Licht GmbH',
  address: { town: 'Berlin' },
  vatStatus: 'liable',
  vatNumber: 'DE136695976',
};

const yes = { status: 200, text: JSON.stringify({ valid: true, name: 'LICHT GMBH', requestIdentifier: 'WAPIAAAAY1' }) };
const no = { status: 200, text: JSON.stringify({ valid: false }) };
const nobody = { status: 200, text: JSON.stringify({ actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE' }] }) };

interface Job {
  payload: Record<string, unknown>;
  run_at: number;
}

/** A company and a VIES of its own; `work` runs the check that waits, as the worker of calls does, and says when it was due. */
function withVies(
  run: (desk: {
    books: Books;
    vies: Receiver;
    anna: BookPartner;
    owner: string;
    work: () => Promise<Job | undefined>;
  }) => Promise<void>,
) {
  return withReceiver((vies) =>
    withOwnBooks(
      async (books) => {
        const anna = await books.partner('Anna');
        const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
        await setPolicy(books, owner, {});
        await writeCompany(books, { ...ALPES, vatNumber: 'FR40303265045' });
        const work = async () => {
          const [job] = await books.owner.query<Job>(
            `delete from graphile_worker._private_jobs where key like 'tax.check-vat:%' returning payload, run_at`,
          );
          const signal = new AbortController().signal;
          if (job !== undefined) {
            await books.app.calls['tax.check-vat']?.perform(job.payload, {
              attempt: 1,
              signal,
              log: createLog('silent'),
            });
          }
          return job;
        };
        await run({ books, vies, anna, owner, work });
      },
      {},
      {},
      { outboundHosts: [vies.host], viesUrl: `http://${vies.host}` },
    ),
  );
}

async function setPolicy(books: Books, owner: string, changes: object): Promise<void> {
  const body = { uncheckedVat: 'block', checksVat: true, payoutsHold: 'reviews', ...changes };
  const answer = await books.app.call('PUT', '/api/v1/tax-policy', { as: owner, body });
  if (answer.status !== 200) throw new Error(answer.text);
}

const taxOf = async (books: Books, { id }: BookPartner) => (await books.get(`partners/${id}/tax`)).json();
const daily = (books: Books) =>
  books.app.jobs['tax.recheck']?.perform({}, { attempt: 1, signal: new AbortController().signal, log: createLog('silent') });

test('a number is checked once it is accepted, in our name', () =>
  withVies(async ({ books, vies, anna, work }) => {
    vies.answer = () => yes;
    await books.done(`partners/${anna.id}/tax-details`, GERMAN);
    expect(await taxOf(books, anna)).toMatchObject({
      vat: { state: 'not_checked' },
      decision: { outcome: 'blocked', missing: ['vat_check'] },
    });
    await work();
    expect(vies.calls.map(({ json }) => json)).toEqual([
      { countryCode: 'DE', vatNumber: '136695976', requesterMemberStateCode: 'FR', requesterNumber: '40303265045' },
    ]);
    expect(await taxOf(books, anna)).toMatchObject({
      vat: { state: 'valid', consultationNumber: 'WAPIAAAAY1' },
      decision: { outcome: 'invoice', vatCategory: 'AE', exemption: 'VATEX-EU-AE' },
    });
    const checks = (await books.get(`partners/${anna.id}/vat-checks`)).json();
    expect(checks).toMatchObject({ items: [{ state: 'valid', cause: null, name: 'LICHT GMBH', raw: { valid: true } }] });
  }));

test('while nobody can say it is asked again later, and that is not a no', () =>
  withVies(async ({ books, vies, anna, owner, work }) => {
    vies.answer = () => nobody;
    await books.done(`partners/${anna.id}/tax-details`, GERMAN);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      const before = books.now;
      const job = await work();
      if (attempt > 1) waits.push(Math.round(((job?.run_at ?? 0) - before) / 60_000));
      expect(job?.payload['attempt']).toBe(attempt);
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720]);
    expect(await work()).toBeUndefined();
    const unavailable = { vat: { state: 'unavailable', cause: 'MS_UNAVAILABLE' } };
    expect(await taxOf(books, anna)).toMatchObject({ ...unavailable, decision: { outcome: 'blocked', missing: ['vat_check'] } });
    await setPolicy(books, owner, { uncheckedVat: 'warn' });
    expect(await taxOf(books, anna)).toMatchObject({ ...unavailable, decision: { outcome: 'invoice', warnings: ['vat_check'] } });
    await setPolicy(books, owner, { uncheckedVat: 'allow' });
    expect(await taxOf(books, anna)).toMatchObject({ ...unavailable, decision: { outcome: 'invoice', warnings: [] } });
    await setPolicy(books, owner, {});
    const proof = { kind: 'vat_number', reference: 'Certificate of 3 January' };
    expect((await books.post(`partners/${anna.id}/tax-proofs`, proof)).status).toBe(403);
    const { key } = books;
    const sent = { headers: { 'content-type': 'text/plain' }, body: 'Bescheinigung' };
    const path = '/api/v1/files?name=certificate.txt';
    // The file of a key is the company's: a person of it may hand it in.
    const id = String((await books.app.call('POST', path, { as: key, ...sent })).json()['id']);
    const entered = await books.post(`partners/${anna.id}/tax-proofs`, { ...proof, files: [id] }, owner);
    expect([entered.status, entered.json()]).toMatchObject([201, { files: [{ id, name: 'certificate.txt' }] }]);
    expect((await taxOf(books, anna))['proofs']).toMatchObject([{ files: [{ id }] }]);
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    expect((await books.get(`files/${id}/content`, owner)).text).toBe('Bescheinigung');
    expect((await books.get(`files/${id}/content`, partner)).status).toBe(404);
    expect(await taxOf(books, anna)).toMatchObject({
      vat: { state: 'unavailable', isProved: true },
      decision: { outcome: 'invoice' },
    });
  }));

test('an answer is asked for again each month, and outlives a time when nobody can say', () =>
  withVies(async ({ books, vies, anna, work }) => {
    vies.answer = () => yes;
    await books.done(`partners/${anna.id}/tax-details`, GERMAN);
    await work();
    books.now += 29 * DAY;
    await daily(books);
    expect(await work()).toBeUndefined();
    books.now += 2 * DAY;
    vies.answer = () => nobody;
    await daily(books);
    expect(await work()).toBeDefined();
    expect(await taxOf(books, anna)).toMatchObject({ vat: { state: 'valid', cause: null }, decision: { outcome: 'invoice' } });
    books.now += 15 * DAY;
    expect(await taxOf(books, anna)).toMatchObject({ vat: { state: 'unavailable' }, decision: { outcome: 'blocked' } });
    vies.answer = () => no;
    await daily(books);
    await work();
    expect(await taxOf(books, anna)).toMatchObject({
      vat: { state: 'invalid' },
      decision: { outcome: 'blocked', missing: ['valid_vat_number'] },
    });
  }));

test('nobody is asked about a number that was never accepted, nor where checks are off', () =>
  withVies(async ({ books, vies, anna, owner, work }) => {
    expect((await books.post(`partners/${anna.id}/vat-checks`, undefined)).json()).toMatchObject({
      fields: [{ rule: 'vat_number' }],
    });
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    await books.post(`partners/${anna.id}/tax-details`, GERMAN, partner);
    expect(await work()).toBeUndefined();
    await setPolicy(books, owner, { checksVat: false });
    await books.done(`partners/${anna.id}/tax-details`, GERMAN);
    await daily(books);
    expect(await work()).toBeUndefined();
    expect((await books.post(`partners/${anna.id}/vat-checks`, undefined)).json()).toMatchObject({
      fields: [{ rule: 'checks_vat' }],
    });
    await setPolicy(books, owner, {});
    vies.answer = () => yes;
    expect((await books.post(`partners/${anna.id}/vat-checks`, undefined)).status).toBe(202);
    await work();
    expect(vies.calls).toHaveLength(1);
  }));

test('before a document is made out VIES is asked again, where the company wants it, and nobody who can say blocks nothing', () =>
  withVies(async ({ books, vies, anna, owner, work }) => {
    await setInvoicing(books);
    await setPolicy(books, owner, { uncheckedVat: 'allow', freshDays: 7 });
    vies.answer = () => yes;
    await books.done(`partners/${anna.id}/tax-details`, { ...FRENCH, legalName: 'Atelier Lumière' });
    await work();
    await signMandate(books, anna);
    const toAsk = { code: 'invoice_obstacle', fields: [{ rule: 'vat_to_ask' }] };
    const issue = () => books.post('invoices', {});

    await books.sale('january', anna, 10_000);
    books.now = START + 12 * DAY;
    await books.release();
    books.now = Date.UTC(2026, 1, 2);
    await books.done('periods/2026-01/closing', undefined);
    expect((await books.get('invoice-drafts')).json()).toMatchObject({
      items: [{ obstacles: [{ code: 'vat_to_ask' }] }],
      ready: 0,
    });
    expect((await issue()).json()).toMatchObject(toAsk);
    expect(await work()).toBeDefined();
    const first = await issue();
    expect(first.status, first.text).toBe(201);

    // Nobody can say for the next month: what was said less than 45 days ago holds.
    vies.answer = () => nobody;
    await books.sale('february', anna, 20_000);
    books.now += 13 * DAY;
    await books.release();
    books.now = Date.UTC(2026, 2, 2);
    await books.done('periods/2026-02/closing', undefined);
    expect((await issue()).json()).toMatchObject(toAsk);
    expect(await work()).toBeDefined();
    const { items } = (await books.get(`partners/${anna.id}/vat-checks`)).json() as { items: { state: string }[] };
    expect(items.map(({ state }) => state)).toEqual(['unavailable', 'valid', 'valid']);
    const second = await issue();
    expect(second.status, second.text).toBe(201);
  }));
