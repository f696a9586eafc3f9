import { checkFec, frenchChart } from '@cordee/core/accounting';
import { spawnSync } from 'node:child_process';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { makeSession, makeWorkspace } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { ALPES, writeCompany } from '../../../test/company.ts';
import { uuidOf } from '../../../test/terms.ts';

const FEBRUARY = Date.UTC(2026, 0, 31, 23);
const MARCH = Date.UTC(2026, 1, 28, 23);
const declaration = { paysSalaries: true, das2Column: 'commissions' };
const RATES = 'Date, USD, \n30 January 2026, 1.25, \n27 February 2026, 1.00, \n';

function put(books: Books, path: string, body: unknown, as?: string) {
  return books.app.call('PUT', `/api/v1/books/${path}`, { as: as ?? books.workspace.keys.secretKey, body });
}

async function ready(books: Books): Promise<void> {
  expect((await put(books, 'charts/2026-01-01', frenchChart)).status).toBe(200);
  expect((await put(books, 'declaration', declaration)).status).toBe(200);
  await writeCompany(books, ALPES);
}

function loadRates(books: Books, text: string) {
  const headers = { 'content-type': 'text/csv' };
  return books.app.call('POST', '/api/v1/exchange-rates', { as: books.workspace.keys.secretKey, body: text, headers });
}

interface Export {
  readonly id: string;
  readonly state: string;
  readonly isDraft: boolean;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly problem: string | null;
  readonly result: {
    entries: number;
    lines: number;
    debit: number;
    credit: number;
    faults: unknown[];
    within: number;
    sums: { number: string; opening: number; closing: number }[];
  } | null;
}

async function exported(books: Books, request: object): Promise<{ made: Export; text: string }> {
  const { id } = (await books.done('books/exports', request)) as { id: string };
  const payload = { workspaceId: books.workspace.id, exportId: uuidOf('bex', id) };
  const run = { attempt: 1, signal: new AbortController().signal, log: pino({ level: 'silent' }) };
  await books.app.jobs['accounting.export']?.perform(payload, run);
  const made = (await books.get(`books/exports/${id}`)).json() as unknown as Export;
  const file = await books.get(`books/exports/${id}/file`);
  return { made, text: file.status === 200 ? file.text : '' };
}

/** Two months with sales, a refund, a payout and something late; both closed. */
async function twoMonths(books: Books): Promise<BookPartner[]> {
  const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
  await books.sale('january', ana, 10_000);
  await books.sale('january, Ben', ben, 33_330);
  await books.sale('january, again', ana, 5000);
  books.now = FEBRUARY - 1000;
  await books.release();
  await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
  books.now = FEBRUARY + DAY;
  await books.done('periods/2026-01/closing', undefined);
  const { items } = (await books.get('payouts')).json() as { items: { id: string }[] };
  await books.done(`payouts/${items[0]?.id}/confirmation`, undefined);
  await books.sale('late', ben, 700, { occurredAt: new Date(FEBRUARY - 5000).toISOString() });
  await books.refund('r', 'january, Ben', { amount: 3333 });
  books.now = MARCH + DAY;
  await books.done('periods/2026-02/closing', undefined);
  return [ana, ben];
}

const rows = (text: string) =>
  text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split('\t'));

it('writes the entries of closed months as a FEC, the same whenever it is asked', () =>
  withBooks(async (books) => {
    await twoMonths(books);
    await ready(books);
    const { made, text } = await exported(books, { from: '2026-01', to: '2026-02' });
    expect(made).toMatchObject({ state: 'done', isDraft: false, fileName: '303265045FEC20260228.txt', problem: null });
    expect(made.result).toMatchObject({ faults: [], within: 0 });
    expect(made.result?.debit).toBe(made.result?.credit);
    expect(made.bytes).toBe(Buffer.byteLength(text));
    const found = rows(text);
    expect(found.map((row) => [row[2], row[3], row[0], row[4], row[6], row[8], row[11], row[12], row[15]])).toEqual([
      ['202601-000001', '20260115', 'CO', '622200', '', '2026-01-0001', '15,00', '0,00', '20260202'],
      ['202601-000001', '20260115', 'CO', '408100', 'P00001', '2026-01-0001', '0,00', '15,00', '20260202'],
      ['202601-000002', '20260115', 'CO', '622200', '', '2026-01-0002', '33,33', '0,00', '20260202'],
      ['202601-000002', '20260115', 'CO', '408100', 'P00002', '2026-01-0002', '0,00', '33,33', '20260202'],
      ['202601-000003', '20260131', 'CO', '408100', 'P00001', '2026-01-0001', '15,00', '0,00', '20260202'],
      ['202601-000003', '20260131', 'CO', '401100', 'P00001', '2026-01-0001', '0,00', '15,00', '20260202'],
      ['202601-000004', '20260131', 'CO', '408100', 'P00002', '2026-01-0002', '33,33', '0,00', '20260202'],
      ['202601-000004', '20260131', 'CO', '401100', 'P00002', '2026-01-0002', '0,00', '33,33', '20260202'],
      ['202601-000005', '20260131', 'BQ', '401100', 'P00001', expect.stringMatching(/^pay_/), '15,00', '0,00', '20260202'],
      ['202601-000005', '20260131', 'BQ', '467100', 'P00001', expect.stringMatching(/^pay_/), '0,00', '15,00', '20260202'],
      ['202602-000001', '20260201', 'CO', '622200', '', '2026-02-0002', '0,70', '0,00', '20260302'],
      ['202602-000001', '20260201', 'CO', '408100', 'P00002', '2026-02-0002', '0,00', '0,70', '20260302'],
      ['202602-000002', '20260202', 'BQ', '467100', 'P00001', expect.stringMatching(/^pay_/), '15,00', '0,00', '20260302'],
      ['202602-000002', '20260202', 'BQ', '512000', '', expect.stringMatching(/^pay_/), '0,00', '15,00', '20260302'],
      ['202602-000003', '20260202', 'CO', '401100', 'P00002', '2026-02-0002', '3,33', '0,00', '20260302'],
      ['202602-000003', '20260202', 'CO', '622200', '', '2026-02-0002', '0,00', '3,33', '20260302'],
    ]);
    const again = await exported(books, { from: '2026-01', to: '2026-02' });
    expect(again.made.sha256).toBe(made.sha256);
    // Month by month the same lines, and one opens with what the other closed with.
    const january = await exported(books, { from: '2026-01', to: '2026-01' });
    const february = await exported(books, { from: '2026-02', to: '2026-02' });
    expect([...rows(january.text), ...rows(february.text)]).toEqual(found);
    for (const { number, closing } of january.made.result?.sums ?? []) {
      expect([number, february.made.result?.sums.find((sum) => sum.number === number)?.opening]).toEqual([number, closing]);
    }
    const description = await books.get(`books/exports/${made.id}/file?part=description`);
    expect(description.text).toContain(made.sha256);
    expect(description.text).toContain('303265045');
  }));

it('in detail the sums are the same; in the old alphabet and with bars it is still a sound FEC', () =>
  withBooks(async (books) => {
    await twoMonths(books);
    await ready(books);
    const grouped = await exported(books, { from: '2026-01', to: '2026-02' });
    const detail = await exported(books, {
      from: '2026-01',
      to: '2026-02',
      detail: true,
      encoding: 'iso-8859-15',
      separator: 'pipe',
    });
    expect(detail.made.result?.sums).toEqual(grouped.made.result?.sums);
    expect(detail.made.result?.faults).toEqual([]);
    const check = checkFec({ from: '2026-01-01', to: '2026-02-28' });
    for (const line of detail.text.split('\r\n')) check.line(line);
    expect(check.end()).toMatchObject({ faults: [], lines: detail.made.result?.lines });
    const csv = await exported(books, { from: '2026-01', to: '2026-02', format: 'csv' });
    expect(csv.made).toMatchObject({ fileName: 'entries-2026-01-2026-02.csv', result: { lines: grouped.made.result?.lines } });
    expect(csv.text.split('\r\n')[1]).toBe(
      'CO,202601-000001,2026-01-15,622200,Commissions et courtages sur ventes,,,2026-01-0001,2026-01-15,Commissions - Ana,15.00,0.00,,,2026-02-02',
    );
  }));

it.skipIf(spawnSync('hledger', ['--version']).status !== 0)('hledger adds up its journal as we do', () =>
  withBooks(async (books) => {
    await twoMonths(books);
    await ready(books);
    const { made, text } = await exported(books, { from: '2026-01', to: '2026-02', format: 'hledger' });
    const hledger = (...args: string[]) => spawnSync('hledger', ['-f', '-', ...args], { input: text, encoding: 'utf8' });
    expect(hledger('check').stderr).toBe('');
    const balance = hledger('balance', '622200', '-N', '--format', '%(total)').stdout.trim();
    const own = made.result?.sums.find(({ number }) => number === '622200')?.closing ?? 0;
    expect(balance).toBe(`${(-own / 100).toFixed(2)} EUR`);
  }),
);

it('an open month makes a draft, without the day it was made final on', () =>
  withBooks(async (books) => {
    await twoMonths(books);
    await ready(books);
    const ana = await books.partner('Zoé');
    await books.sale('march', ana, 2000);
    const { made, text } = await exported(books, { from: '2026-02', to: '2026-03' });
    expect(made).toMatchObject({ isDraft: true, result: { faults: [] } });
    expect(rows(text).at(-1)?.[15]).toBe('');
    const description = await books.get(`books/exports/${made.id}/file?part=description`, undefined, { 'accept-language': 'fr' });
    expect(description.text).toContain('DRAFT');
    expect((await books.post('books/exports', { from: '2026-03', to: '2026-04' })).json()).toMatchObject({
      code: 'invalid_request',
    });
    expect((await books.post('books/exports', { from: '2026-03', to: '2026-02' })).json()).toMatchObject({
      code: 'invalid_request',
    });
  }));

it('converts other currencies at the rate of the day, names a missing one, and books what rates moved in between', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    books.now = FEBRUARY - 10 * 3_600_000;
    await books.sale('dollars', ana, 100_000, { currency: 'USD' });
    books.now = MARCH - 3_600_000;
    await books.release();
    await books.done('payouts', { partnerId: ana.id, currency: 'USD' });
    const { items } = (await books.get('payouts')).json() as { items: { id: string }[] };
    await books.done(`payouts/${items[0]?.id}/confirmation`, undefined);
    books.now = MARCH + DAY;
    await books.done('periods/2026-01/closing', undefined);
    await books.done('periods/2026-02/closing', undefined);
    await ready(books);
    const stopped = await exported(books, { from: '2026-01', to: '2026-02' });
    expect(stopped.made).toMatchObject({ state: 'failed', problem: expect.stringContaining('USD for 2026-01-31'), result: null });
    expect(stopped.text).toBe('');
    expect((await loadRates(books, RATES)).status).toBe(201);
    const { made, text } = await exported(books, { from: '2026-01', to: '2026-02' });
    expect(made.result?.faults).toEqual([]);
    expect(rows(text).map((row) => [row[4], row[11], row[12], row[16], row[17]])).toEqual([
      ['622200', '80,00', '0,00', '100,00', 'USD'],
      ['408100', '0,00', '80,00', '100,00', 'USD'],
      ['408100', '80,00', '0,00', '100,00', 'USD'],
      ['401100', '0,00', '80,00', '100,00', 'USD'],
      ['401100', '80,00', '0,00', '100,00', 'USD'],
      ['467100', '80,00', '0,00', '100,00', 'USD'],
      ['656000', '20,00', '0,00', '', ''],
      ['467100', '0,00', '80,00', '100,00', 'USD'],
      ['512000', '0,00', '100,00', '100,00', 'USD'],
    ]);
    // February alone knows what the claim came in with.
    const february = await exported(books, { from: '2026-02', to: '2026-02' });
    expect(rows(february.text)).toEqual(rows(text).slice(2));
  }));

it('checks the chart, carries balances over to another one, and gives programs accounts of their own', () =>
  withBooks(async (books) => {
    await twoMonths(books);
    const wrong = { ...frenchChart, accounts: { ...frenchChart.accounts, paid: { number: '70', name: 'x', perPartner: false } } };
    expect((await put(books, 'charts/2026-01-01', wrong)).json()).toMatchObject({
      code: 'invalid_request',
      fields: [{ path: 'accounts.paid.number' }],
    });
    expect((await put(books, 'charts/2026-01-02', frenchChart)).json()).toMatchObject({ code: 'not_found' });
    const program = { [books.programId]: { number: '622210', name: 'Commissions des amis' } };
    expect(
      (
        await put(books, 'charts/2026-01-01', {
          ...frenchChart,
          programs: { prg_01h455vb4pex5vsknk084sn02q: program[books.programId] },
        })
      ).json(),
    ).toMatchObject({ code: 'unknown_reference' });
    expect((await books.post('books/exports', { from: '2026-01', to: '2026-02' })).json()).toMatchObject({
      code: 'books_chart_missing',
    });
    await ready(books);
    const later = {
      ...frenchChart,
      programs: program,
      accounts: { ...frenchChart.accounts, payable: { number: '401900', name: 'Apporteurs', perPartner: true } },
    };
    expect((await put(books, 'charts/2026-02-01', later)).status).toBe(200);
    const { made, text } = await exported(books, { from: '2026-02', to: '2026-02' });
    expect(made.result?.faults).toEqual([]);
    const moved = rows(text).slice(0, 2);
    expect(moved.map((row) => [row[0], row[4], row[6], row[11], row[12]])).toEqual([
      ['OD', '401100', 'P00002', '33,33', '0,00'],
      ['OD', '401900', 'P00002', '0,00', '33,33'],
    ]);
    expect(text).toContain('622210');
    const { key } = books;
    expect((await books.app.call('DELETE', '/api/v1/books/charts/2026-01-01', { as: key })).json()).toMatchObject({
      code: 'books_chart_first',
    });
    expect((await books.app.call('DELETE', '/api/v1/books/charts/2026-02-01', { as: key })).status).toBe(204);
  }));

it('partners have accounts of their own, given or chosen, one each', () =>
  withBooks(async (books) => {
    const [ana, ben] = await twoMonths(books);
    await ready(books);
    expect((await put(books, `auxiliaries/${ana?.id}`, { number: 'FANA' })).json()).toMatchObject({ number: 'FANA' });
    expect((await put(books, `auxiliaries/${ben?.id}`, { number: 'FANA' })).json()).toMatchObject({ code: 'books_number_taken' });
    expect((await put(books, `auxiliaries/${ben?.id}`, { number: 'f ana' })).json()).toMatchObject({ code: 'invalid_request' });
    const { text } = await exported(books, { from: '2026-01', to: '2026-01' });
    expect(new Set(rows(text).map((row) => row[6]))).toEqual(new Set(['', 'FANA', 'P00001']));
    const { items } = (await books.get('books/auxiliaries?limit=1')).json() as { items: unknown[] };
    expect(items).toEqual([{ partnerId: ana?.id, partnerName: 'Ana', number: 'FANA' }]);
  }));

it('is for owners and finance; others of the company read; partners and strangers do not', () =>
  withBooks(async (books) => {
    const [ana] = await twoMonths(books);
    await ready(books);
    const { made } = await exported(books, { from: '2026-01', to: '2026-01' });
    const sessionOf = (role: 'manager' | 'viewer') => makeSession(books.app, books.db, books.workspace.id, role);
    for (const as of [await sessionOf('manager'), await sessionOf('viewer')]) {
      expect((await books.post('books/exports', { from: '2026-01', to: '2026-01' }, as)).status).toBe(403);
      expect((await put(books, 'declaration', declaration, as)).status).toBe(403);
      expect((await books.get('books/charts', as)).status).toBe(200);
    }
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana?.uuid);
    expect((await books.get('books/exports', own)).status).toBe(403);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get(`books/exports/${made.id}/file`, stranger)).status).toBe(404);
  }));
