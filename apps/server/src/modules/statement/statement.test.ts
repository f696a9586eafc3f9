import { expect, it } from 'vitest';
import { contextFor, makeSecretKey, makeSession, makeWorkspace } from '../../../test/app.ts';
import { DAY, withBooks, withOwnBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { verifyPeriods } from './queries/verify-periods.ts';
import { closePeriod, settlePeriod } from './verbs/close-period.ts';

const FEBRUARY = Date.UTC(2026, 0, 31, 23);
const MARCH = Date.UTC(2026, 1, 28, 23);

interface Amounts {
  readonly pending: number;
  readonly payable: number;
  readonly inPayout: number;
  readonly paid: number;
}

interface Told {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
  readonly opening: Amounts;
  readonly closing: Amounts;
  readonly movementCount: number;
  readonly lateCount: number;
  readonly movements: readonly (Amounts & {
    readonly lateOf: string | null;
    readonly eventId: string;
    readonly clauseText: string | null;
  })[];
}

async function statements(books: Books, query: string, as?: string): Promise<Told[]> {
  const { items } = (await books.get(`statements?${query}`, as)).json() as { items: { id: string }[] };
  return Promise.all(items.map(async ({ id }) => (await books.get(`statements/${id}`, as)).json() as unknown as Told));
}

async function statementOf(books: Books, month: string, { id }: BookPartner): Promise<Told> {
  const found = (await statements(books, `period=${month}`)).filter(({ partnerId }) => partnerId === id);
  expect(found).toHaveLength(1);
  return found[0] ?? expect.fail();
}

function mustAddUp({ opening, closing, movements, movementCount }: Told): void {
  expect(movements).toHaveLength(movementCount);
  for (const account of ['pending', 'payable', 'inPayout', 'paid'] as const) {
    expect(movements.reduce((sum, movement) => sum + movement[account], opening[account])).toBe(closing[account]);
  }
}

it('closes a month; what is learned of it later stands in the next, and the closed one stays as it was', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 10_000);
    books.now = FEBRUARY + DAY;
    await books.sale('february, before the closing', ana, 20_000);
    const closed = await books.done('periods/2026-01/closing', undefined);
    expect(closed).toMatchObject({ period: '2026-01', state: 'closed', statements: 1, late: 0, mayClose: false });
    expect(closed['transactionHash']).toMatch(/^[0-9a-f]{64}$/);
    const january = await statementOf(books, '2026-01', ana);
    expect(january).toMatchObject({
      number: '2026-01-0001',
      movementCount: 1,
      opening: { pending: 0 },
      closing: { pending: 1000 },
    });
    expect(january.movements[0]).toMatchObject({ eventId: 'january', lateOf: null, clauseText: expect.stringContaining('10%') });
    mustAddUp(january);

    await books.sale('late', ana, 30_000, { occurredAt: new Date(FEBRUARY - 1000).toISOString() });
    await books.sale('february, after the closing', ana, 40_000);
    books.now = MARCH + DAY;
    await books.release();
    await books.done('periods/2026-02/closing', undefined);
    const february = await statementOf(books, '2026-02', ana);
    mustAddUp(february);
    expect(february.opening).toEqual(january.closing);
    expect(february).toMatchObject({ movementCount: 3, lateCount: 1, closing: { pending: 10_000, payable: 0 } });
    expect(february.movements.map(({ eventId, lateOf }) => [eventId, lateOf])).toEqual([
      ['late', '2026-01'],
      ['february, before the closing', null],
      ['february, after the closing', null],
    ]);
    expect(await statementOf(books, '2026-01', ana)).toEqual(january);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('is added up again by verify, which tells what was altered', () =>
  withOwnBooks(async (books) => {
    const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
    await books.sale('of ana', ana, 10_000);
    await books.sale('of ben', ben, 20_000);
    books.now = MARCH;
    await books.done('periods/2026-01/closing', undefined);
    await books.sale('late', ana, 30_000, { occurredAt: new Date(FEBRUARY - DAY).toISOString() });
    await books.done('periods/2026-02/closing', undefined);
    const verified = () => verifyPeriods(contextFor(books.db, books.workspace.id, { now: () => books.now }));
    expect(await verified()).toEqual([]);
    await books.owner.query(
      `update statement set closing_payable = closing_payable + 1 where partner_id = $1 and month = '2026-02'`,
      [ana.uuid],
    );
    await books.owner.query(`update period_closing set transaction_hash = '\\x00' where month = '2026-01'`);
    await books.owner.query(`delete from statement where partner_id = $1 and month = '2026-02'`, [ben.uuid]);
    const found = await verified();
    expect(found.map(({ check }) => check).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'hash at the closing of 2026-01',
      'statements of 2026-02',
      'statements of 2026-02',
    ]);
    expect(found.filter(({ found: kept }) => kept === 'none')).toHaveLength(1);
    await expect(books.db.query('update statement set late = 0')).rejects.toThrow('permission denied');
  }));

it('carries on what was paid, and tells only those with something to tell', () =>
  withBooks(async (books) => {
    const [ana, ben, eva] = [await books.partner('Ana'), await books.partner('Ben'), await books.partner('Eva')];
    await books.sale('of ana', ana, 10_000);
    await books.sale('of ben', ben, 20_000);
    await books.refund('refund of ben', 'of ben', { amount: 20_000 });
    books.now += 11 * DAY;
    await books.release();
    const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
    await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
    books.now = MARCH;
    await books.done('periods/2026-01/closing', undefined);
    await books.done('periods/2026-02/closing', undefined);
    expect((await statements(books, 'period=2026-01')).map(({ closing }) => closing)).toEqual([
      { pending: 0, payable: 0, inPayout: 0, paid: 1000 },
      { pending: 0, payable: 0, inPayout: 0, paid: 0 },
    ]);
    expect(await statements(books, 'period=2026-02')).toEqual([]);
    await books.sale('march', ana, 5000);
    await books.sale('first', eva, 5000);
    books.now += 40 * DAY;
    await books.done('periods/2026-03/closing', undefined);
    expect((await statementOf(books, '2026-03', ana)).opening).toMatchObject({ paid: 1000 });
    expect((await statementOf(books, '2026-03', eva)).opening).toMatchObject({ paid: 0 });
  }));

it('may begin with any month that is over: what came before is its opening', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 10_000);
    books.now = FEBRUARY + DAY;
    await books.sale('february', ana, 20_000);
    books.now = MARCH + DAY;
    await books.done('periods/2026-02/closing', undefined);
    const february = await statementOf(books, '2026-02', ana);
    expect(february).toMatchObject({ opening: { pending: 1000 }, movementCount: 1, closing: { pending: 3000 } });
    const late = await books.post('periods/2026-01/closing', undefined);
    expect(late.json()).toMatchObject({ code: 'period_out_of_order' });
    await books.sale('very late', ana, 1000, { occurredAt: new Date(FEBRUARY - DAY).toISOString() });
    books.now += 40 * DAY;
    await books.done('periods/2026-03/closing', undefined);
    expect((await statementOf(books, '2026-03', ana)).movements[0]).toMatchObject({ eventId: 'very late', lateOf: '2026-01' });
  }));

it('keeps the order, waits for the end of the month in the zone, and closes once', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 10_000);
    books.now = FEBRUARY - 60_000;
    expect((await books.post('periods/2026-01/closing', undefined)).json()).toMatchObject({ code: 'period_not_over' });
    books.now = FEBRUARY;
    const answers = await Promise.all(Array.from({ length: 5 }, () => books.post('periods/2026-01/closing', undefined)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await books.post('periods/2026-03/closing', undefined)).json()).toMatchObject({ code: 'period_not_over' });
    books.now = MARCH + 40 * DAY;
    expect((await books.post('periods/2026-03/closing', undefined)).json()).toMatchObject({ code: 'period_out_of_order' });
    expect((await books.post('periods/2026-13/closing', undefined)).json()).toMatchObject({ code: 'not_found' });
    const rows = await books.owner.query<{ action: string }>(
      `select action from audit where workspace_id = $1 and action like 'period.%'`,
      [books.workspace.id],
    );
    expect(rows).toEqual([{ action: 'period.closed' }]);
    const periods = (await books.get('periods')).json() as unknown as { period: string; state: string; mayClose: boolean }[];
    expect(periods.map(({ period, state, mayClose }) => [period, state, mayClose])).toEqual([
      ['2026-04', 'running', false],
      ['2026-03', 'open', false],
      ['2026-02', 'open', true],
      ['2026-01', 'closed', false],
    ]);
  }));

it('says what waits before a month is closed', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('to approve', ana, 10_000);
      books.now = FEBRUARY;
      expect((await books.get('periods/2026-01')).json()).toMatchObject({
        mayClose: true,
        warnings: [{ code: 'in_review', count: 1 }],
      });
      await books.done('periods/2026-01/closing', undefined);
      expect((await books.get('periods/2026-01')).json()).toMatchObject({ state: 'closed', warnings: [] });
    },
    { review: { mode: 'all' } },
  ));

it('adds up in the background when there is much, once, whatever dies in between', () =>
  withOwnBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 10_000);
    books.now = MARCH;
    const context = contextFor(books.db, books.workspace.id, { now: () => books.now });
    expect(await closePeriod(context, '2026-01', { atOnce: 0n })).toMatchObject({ state: 'closing', statements: null });
    expect((await books.post('periods/2026-02/closing', undefined)).json()).toMatchObject({ code: 'period_out_of_order' });
    await books.sale('meanwhile, late', ana, 20_000, { occurredAt: new Date(FEBRUARY - DAY).toISOString() });

    await books.owner.query(
      `create function refuse_statements() returns trigger language plpgsql as $$ begin raise 'the machine stops'; end $$`,
    );
    await books.owner.query(
      `create trigger stops before update on period_closing for each row execute function refuse_statements()`,
    );
    const job = { ...context, actor: { kind: 'system', job: 'statement.settle' } as const };
    await expect(settlePeriod(job, '2026-01')).rejects.toThrow('the machine stops');
    expect(await statements(books, 'period=2026-01')).toEqual([]);
    await books.owner.query(`drop trigger stops on period_closing`);
    await books.owner.query(`drop function refuse_statements`);

    await Promise.all([settlePeriod(job, '2026-01'), settlePeriod(job, '2026-01')]);
    await settlePeriod(job, '2026-01');
    expect((await books.get('periods/2026-01')).json()).toMatchObject({ state: 'closed', statements: 1 });
    expect(await statementOf(books, '2026-01', ana)).toMatchObject({ movementCount: 1, closing: { pending: 1000 } });
    await books.done('periods/2026-02/closing', undefined);
    expect(await statementOf(books, '2026-02', ana)).toMatchObject({
      movementCount: 1,
      lateCount: 1,
      closing: { pending: 3000 },
    });
  }));

it('is for owners and finance; a partner reads its own; another company finds nothing', () =>
  withBooks(async (books) => {
    const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
    await books.sale('of ana', ana, 10_000);
    await books.sale('of ben', ben, 10_000);
    books.now = FEBRUARY;
    const close = (as: string) => books.post('periods/2026-01/closing', undefined, as);
    const session = (role: 'manager' | 'viewer' | 'finance') => makeSession(books.app, books.db, books.workspace.id, role);
    const writing = await makeSecretKey(books.db, books.workspace.id, ['write', 'read']);
    for (const as of [await session('manager'), await session('viewer'), writing]) expect((await close(as)).status).toBe(403);
    expect((await close(await session('finance'))).json()).toMatchObject({
      state: 'closed',
      statements: 2,
      closedBy: expect.any(String),
    });

    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    expect((await books.get('periods', partner)).status).toBe(403);
    const own = await statements(books, 'limit=1', partner);
    expect(own.map(({ partnerId }) => partnerId)).toEqual([ben.id]);
    const [first] = await statements(books, `partnerId=${ana.id}`);
    expect((await books.get(`statements/${first?.id}`, partner)).status).toBe(404);
    expect((await books.get(`statements?partnerId=${ana.id}`, partner)).status).toBe(403);

    const page = (await books.get('statements?limit=1')).json() as { items: Told[]; nextCursor: string };
    const next = (await books.get(`statements?limit=1&cursor=${page.nextCursor}`)).json() as { items: Told[]; nextCursor: null };
    expect([page.items[0]?.number, next.items[0]?.number, next.nextCursor]).toEqual(['2026-01-0001', '2026-01-0002', null]);

    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get(`statements/${first?.id}`, stranger)).status).toBe(404);
    expect((await books.get('statements', stranger)).json()).toEqual({ items: [], nextCursor: null });
  }));

it('is a CSV in the language of the reader', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 123_450);
    books.now = FEBRUARY;
    await books.done('periods/2026-01/closing', undefined);
    const { id } = await statementOf(books, '2026-01', ana);
    const french = await books.get(`statements/${id}?format=csv`, undefined, { 'accept-language': 'fr' });
    expect(french.text.split('\r\n').slice(0, 4)).toEqual([
      '\uFEFFrelevé;date;mouvement;événement;tardif, de;clause;texte de la clause;devise;en attente;exigible;en versement;versé',
      '2026-01-0001;2026-01-01;solde initial;;;;;EUR;0,00;0,00;0,00;0,00',
      expect.stringMatching(/^2026-01-0001;2026-01-15;commission acquise;january;;1;.*;EUR;123,45;0,00;0,00;0,00$/),
      '2026-01-0001;2026-01-31;solde final;;;;;EUR;123,45;0,00;0,00;0,00',
    ]);
    const english = await books.get(`statements/${id}`, undefined, { accept: 'text/csv', 'accept-language': 'en' });
    expect(english.text).toContain('commission earned,january,,1,');
  }));
