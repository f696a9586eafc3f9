import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, START, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { snapshotBalances } from './index.ts';

type Json = Record<string, unknown>;

interface Amounts {
  readonly pending: number;
  readonly payable: number;
  readonly inPayout: number;
  readonly paid: number;
}

interface Part {
  readonly currency: string;
  readonly opening: Amounts;
  readonly movements: readonly (Amounts & { readonly kind: string; readonly eventId: string; readonly effectiveAt: string })[];
  readonly closing: Amounts;
}

const nothing: Amounts = { pending: 0, payable: 0, inPayout: 0, paid: 0 };

function plus(a: Amounts, b: Amounts): Amounts {
  return {
    pending: a.pending + b.pending,
    payable: a.payable + b.payable,
    inPayout: a.inPayout + b.inPayout,
    paid: a.paid + b.paid,
  };
}

async function statement(books: Books, partner: BookPartner, from: string | number, to: string | number): Promise<Part> {
  const text = (at: string | number) => (typeof at === 'string' ? at : new Date(at).toISOString());
  const answer = await books.get(`partners/${partner.id}/statement?from=${text(from)}&to=${text(to)}&currency=EUR`);
  expect(answer.status, answer.text).toBe(200);
  const [part] = answer.json()['currencies'] as Part[];
  if (part === undefined) throw new Error('no statement');
  return part;
}

async function afterHold(books: Books): Promise<void> {
  books.now += 11 * DAY;
  await books.release();
}

async function expectSound(books: Books): Promise<void> {
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  const trial = await books.get('ledger/trial-balance');
  for (const part of trial.json() as unknown as Json[]) expect(part).toMatchObject({ difference: 0 });
}

describe('refunds', () => {
  it('reduce what is pending before the hold ends', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      await books.refund('r1', 'o1', { amount: 3000 });
      expect(await books.balance(ana)).toMatchObject({ pending: 700, payable: 0 });
      await afterHold(books);
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 700 });
      await expectSound(books);
    }));

  it('reduce what is payable after it', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      await afterHold(books);
      await books.refund('r1', 'o1', { amount: 3000 });
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 700 });
      await expectSound(books);
    }));

  it('are a visible debt after payment, made up by later commissions', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      await afterHold(books);
      const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
      await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
      await books.refund('r1', 'o1');
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: -1000, inPayout: 0, paid: 1000 });
      const refused = await books.post('payouts', { partnerId: ana.id, currency: 'EUR' });
      expect(refused).toMatchObject({ status: 409 });
      expect(refused.json()).toMatchObject({ code: 'nothing_payable' });
      await books.sale('o2', ana, 30_000);
      await afterHold(books);
      expect(await books.done('payouts', { partnerId: ana.id, currency: 'EUR' })).toMatchObject({ amount: 2000 });
      await expectSound(books);
    }));
});

describe('disputes', () => {
  it('suspend what was released, and give it back when won', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      await afterHold(books);
      await books.refund('d1', 'o1', { reason: 'dispute_opened' });
      expect(await books.balance(ana)).toMatchObject({ pending: 1000, payable: 0 });
      await afterHold(books);
      expect(await books.balance(ana)).toMatchObject({ pending: 1000, payable: 0 });
      await books.refund('d2', 'o1', { reason: 'dispute_won' });
      await afterHold(books);
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 1000 });
      await expectSound(books);
    }));

  it('take back what was lost, and no more', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      await books.refund('d1', 'o1', { reason: 'dispute_opened' });
      await books.refund('d2', 'o1', { reason: 'dispute_lost', amount: 4000 });
      expect(await books.balance(ana)).toMatchObject({ pending: 600, payable: 0 });
      await afterHold(books);
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 600 });
      await books.refund('d3', 'o1', { reason: 'dispute_lost' });
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 0 });
      await expectSound(books);
    }));
});

describe('statements', () => {
  it('follow a commission from earned to paid, in periods that begin at local midnight', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      // 31 January 2026, 23:30 in Paris: the last half hour of the month.
      books.now = Date.UTC(2026, 0, 31, 22, 30);
      await books.sale('o1', ana, 10_000);
      books.now = Date.UTC(2026, 0, 31, 23, 30);
      await books.sale('o2', ana, 20_000);
      await afterHold(books);
      const january = await statement(books, ana, '2026-01-01', '2026-02-01');
      expect(january.opening).toEqual(nothing);
      expect(january.movements).toMatchObject([{ kind: 'accrual', eventId: 'o1', pending: 1000, payable: 0 }]);
      const february = await statement(books, ana, '2026-02-01', '2026-03-01');
      expect(february.opening).toEqual(january.closing);
      expect(february.movements.map(({ kind }) => kind)).toEqual(['accrual', 'release']);
      expect(february.closing).toEqual({ ...nothing, payable: 3000 });
    }));

  it('as known at an instant, never change again', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('o1', ana, 10_000);
      const path = `partners/${ana.id}/statement?from=2026-01-01&to=2026-02-01`;
      const knownAt = new Date(books.now).toISOString();
      const before = await books.get(`${path}&knownAt=${knownAt}`);
      books.now += 40 * DAY;
      await books.sale('late', ana, 50_000, { occurredAt: new Date(START + DAY / 2).toISOString() });
      expect((await books.get(`${path}&knownAt=${knownAt}`)).json()).toEqual(before.json());
      expect((await statement(books, ana, '2026-01-01', '2026-02-01')).closing).toMatchObject({ pending: 6000 });
      expect(await books.balance(ana, `?knownAt=${knownAt}`)).toMatchObject({ pending: 1000 });
      expect(await books.balance(ana, `?at=${new Date(START - DAY).toISOString()}`)).toMatchObject({ pending: 0 });
    }));

  it('come as CSV in the language of the reader, safe for spreadsheets', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('=HYPERLINK("http://evil.example";"x")', ana, 12_340);
      await books.refund('-1+1', '=HYPERLINK("http://evil.example";"x")', { amount: 1000 });
      const path = `partners/${ana.id}/statement?from=2026-01-01&to=2026-02-01`;
      const english = await books.get(path, undefined, { accept: 'text/csv', 'accept-language': 'en' });
      expect(english.headers['content-type']).toContain('text/csv');
      const lines = english.text.replace('\uFEFF', '').trimEnd().split('\r\n');
      expect(lines).toHaveLength(5);
      expect(lines[1]).toBe('2026-01-01,opening,,,,EUR,0.00,0.00,0.00,0.00');
      expect(lines[2]).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
      expect(lines[3]).toContain(",'-1+1,");
      expect(lines[3]).toContain('EUR,-1.00,0.00,0.00,0.00');
      expect(lines[4]).toBe('2026-01-31,closing,,,,EUR,11.34,0.00,0.00,0.00');
      const french = await books.get(`${path}&format=csv`, undefined, { 'accept-language': 'fr' });
      expect(french.text).toContain('2026-01-01;solde initial;;;;EUR;0,00;0,00;0,00;0,00');
      expect(french.text).toContain('commission reprise');
    }));

  it('refuse a period that ends before it begins, and what is no moment', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const path = `partners/${ana.id}/statement`;
      expect((await books.get(`${path}?from=2026-02-01&to=2026-01-01`)).json()).toMatchObject({ fields: [{ path: 'to' }] });
      const wrong = await books.get(`${path}?from=2026-02-30&to=2026-03-01`);
      expect(wrong.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'from', rule: 'day_or_instant' }] });
      expect((await books.get(`${path}?from=2026-01-01&to=2026-02-01&currency=XXX`)).status).toBe(422);
    }));

  type Step = { readonly kind: 'sale' | 'refund' | 'release' | 'payout' | 'confirm' | 'reject' | 'dispute'; readonly n: number };
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('sale', 'sale', 'refund', 'release', 'payout', 'confirm', 'reject', 'dispute'),
    n: fc.integer({ min: 1, max: 5000 }),
  });

  it(
    'always add up: opening and movements make the closing, which opens the next period',
    () =>
      withBooks(async (books) => {
        let run = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.array(step, { minLength: 5, maxLength: 25 }),
            fc.integer({ min: 1, max: 60 }),
            async (steps, cut) => {
              run += 1;
              const ana = await books.partner(`Ana ${run}`);
              const from = books.now;
              await play(books, ana, steps, `${run}`);
              const to = books.now + DAY;
              const middle = from + Math.floor(((to - from) * cut) / 61);
              const whole = await statement(books, ana, from, to);
              const first = await statement(books, ana, from, middle);
              const second = await statement(books, ana, middle, to);
              for (const part of [whole, first, second]) expect(part.movements.reduce(plus, part.opening)).toEqual(part.closing);
              expect(second.opening).toEqual(first.closing);
              expect(second.closing).toEqual(whole.closing);
              const { currency: _, ...balance } = await books.balance(ana);
              expect(whole.closing).toEqual(balance);
              if (run % 2 === 0) await snapshotBalances({ db: books.db });
            },
          ),
          { numRuns: 12 },
        );
        await expectSound(books);
      }),
    120_000,
  );

  async function play(books: Books, ana: BookPartner, steps: readonly Step[], run: string): Promise<void> {
    const sales: string[] = [];
    const payouts: string[] = [];
    for (const [index, { kind, n }] of steps.entries()) {
      books.now += (n % 6) * DAY;
      const id = `${run}.${index}`;
      const sale = sales[n % Math.max(1, sales.length)];
      const payout = payouts[n % Math.max(1, payouts.length)];
      if (kind === 'sale') {
        await books.sale(id, ana, n * 7);
        sales.push(id);
      } else if (kind === 'release') await books.release();
      else if (kind === 'payout') {
        const answer = await books.post('payouts', { partnerId: ana.id, currency: 'EUR' });
        if (answer.status === 201) payouts.push(String(answer.json()['id']));
      } else if (kind === 'refund' && sale !== undefined) {
        await books.post('track/refund', { eventId: id, saleEventId: sale, amount: n, reason: 'refund' });
      } else if (kind === 'dispute' && sale !== undefined) {
        const reason = (['dispute_opened', 'dispute_won', 'dispute_lost'] as const)[n % 3] ?? 'dispute_opened';
        await books.refund(id, sale, { reason });
      } else if (kind === 'confirm' && payout !== undefined) await books.post(`payouts/${payout}/confirmation`, undefined);
      else if (kind === 'reject' && payout !== undefined) await books.post(`payouts/${payout}/rejection`, { reason: 'closed' });
    }
  }
});

it('keeps a trial balance of zero and lists transactions in pages', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const ben = await books.partner('Ben');
    await books.sale('o1', ana, 10_000);
    await books.sale('o2', ben, 20_000);
    await books.sale('o3', ben, 20_000, { currency: 'USD' });
    await afterHold(books);
    await books.refund('r1', 'o2', { amount: 5000 });
    const now = await books.get('ledger/trial-balance');
    expect(now.json()).toMatchObject([
      {
        currency: 'EUR',
        difference: 0,
        accounts: [
          { account: 'pending', balance: 0 },
          { account: 'payable', balance: 2500 },
          { account: 'commission_expense', balance: -2500 },
        ],
      },
      { currency: 'USD', difference: 0 },
    ]);
    const then = await books.get(`ledger/trial-balance?at=${new Date(START + DAY).toISOString()}`);
    expect(then.json()).toMatchObject([
      { currency: 'EUR', accounts: [{ account: 'pending', balance: 3000 }, { balance: -3000 }] },
      {},
    ]);

    const page = (await books.get('ledger/transactions?limit=2')).json();
    expect(page['items']).toMatchObject([
      { kind: 'reversal', postings: [{ debit: 'payable', credit: 'commission_expense', amount: 500, partnerId: ben.id }] },
      { kind: 'release', postings: [{}, {}, {}] },
    ]);
    const rest = (await books.get(`ledger/transactions?limit=5&cursor=${String(page['nextCursor'])}`)).json();
    expect(rest).toMatchObject({ items: [{ kind: 'accrual' }, { kind: 'accrual' }, { kind: 'accrual' }], nextCursor: null });
    const anas = (await books.get(`ledger/transactions?partnerId=${ana.id}`)).json();
    expect(anas['items']).toHaveLength(2);
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    expect((await books.get('ledger/trial-balance', session)).status).toBe(403);
  }));

it('gives the same balances with snapshots and without', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    await snapshotBalances(books);
    await books.sale('o2', ana, 10_000);
    await afterHold(books);
    const before = await books.balance(ana);
    await snapshotBalances(books);
    await snapshotBalances(books);
    expect(await books.balance(ana)).toEqual(before);
    await books.refund('r1', 'o1');
    expect(await books.balance(ana)).toMatchObject({ payable: 1000 });
    await expectSound(books);
  }));
