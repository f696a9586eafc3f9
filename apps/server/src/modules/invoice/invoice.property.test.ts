import { monthPeriod } from '@cordee/core/closing';
import { vatOn } from '@cordee/core/invoice';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { DAY, START, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { enterDetails, FRENCH, GERMAN, setInvoicing, signMandate, SMALL } from '../../../test/invoicing.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import { issueInvoices } from './verbs/issue-invoices.ts';

const ZONE = 'Europe/Paris';
const standings = [FRENCH, SMALL, GERMAN];

type Command =
  | { readonly do: 'sale'; readonly amount: number; readonly daysAgo: number }
  | { readonly do: 'refund'; readonly sale: number; readonly share: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'release' | 'close' | 'issue' | 'pay' }
  | { readonly do: 'crash'; readonly after: number }
  | { readonly do: 'credit'; readonly invoice: number }
  | { readonly do: 'stand'; readonly as: number };

const of = <Do extends string>(word: Do) => fc.constant(word);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: of('sale'), amount: fc.integer({ min: 10, max: 40_000 }), daysAgo: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: of('refund'), sale: fc.nat(6), share: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ do: of('wait'), days: fc.integer({ min: 8, max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('release' as const, 'close' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('issue' as const, 'issue' as const, 'pay' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: of('crash'), after: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: of('credit'), invoice: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: of('stand'), as: fc.nat(2) }) },
);

/** A month with something on an invoice: what follows has something to take back, to credit and to make out anew. */
const beginning: readonly Command[] = [
  { do: 'sale', amount: 30_000, daysAgo: 0 },
  { do: 'sale', amount: 7000, daysAgo: 3 },
  { do: 'wait', days: 12 },
  { do: 'release' },
  { do: 'wait', days: 30 },
  { do: 'close' },
  { do: 'close' },
  { do: 'close' },
  { do: 'issue' },
];

/** The database as a process sees it that dies after so many statements: what it had begun is undone. */
function dyingAfter(db: Database, statements: number): Database {
  let left = statements;
  const dying = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name, target);
        if (typeof own !== 'function') return own;
        return (...given: unknown[]) => {
          left -= 1;
          // As a lost connection is told: several may be under way at once, and none throws at the call.
          if (left < 0) return Promise.reject(new Error('the process died'));
          return (own as (...args: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  return new Proxy(db, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (name !== 'runTransaction') return typeof own === 'function' ? own.bind(target) : own;
      const run = own as Database['runTransaction'];
      const dies: Database['runTransaction'] = (work, options) => run.call(target, (tx) => work(dying(tx)), options) as never;
      return dies;
    },
  });
}

async function play(books: Books, ana: BookPartner, commands: readonly Command[]): Promise<void> {
  const sealer = createSealer(Buffer.alloc(32, 7));
  const sales: { readonly id: string; readonly amount: number }[] = [];
  for (const [index, each] of commands.entries()) {
    const eventId = `event ${index}`;
    if (each.do === 'sale') {
      const occurredAt = new Date(books.now - each.daysAgo * DAY).toISOString();
      await books.sale(eventId, ana, each.amount, { occurredAt });
      sales.push({ id: eventId, amount: each.amount });
    } else if (each.do === 'refund') {
      const sale = sales[each.sale];
      if (sale === undefined) continue;
      const amount = Math.ceil(sale.amount / each.share);
      await books.post('track/refund', { eventId, saleEventId: sale.id, reason: 'refund', amount });
    } else if (each.do === 'wait') books.now += each.days * DAY;
    else if (each.do === 'release') await books.release();
    else if (each.do === 'close') await closeNext(books);
    else if (each.do === 'issue') await books.post('invoices', {});
    else if (each.do === 'pay') await books.post('payouts', { partnerId: ana.id, currency: 'EUR' });
    else if (each.do === 'stand') {
      const day = new Date(books.now).toISOString().slice(0, 10);
      await enterDetails(books, ana, { ...standings[each.as], validFrom: day });
    } else if (each.do === 'crash') {
      const context = contextFor(dyingAfter(books.db, each.after), books.workspace.id, { now: () => (books.now += 1) });
      await issueInvoices(context, { sealer }, {}).catch(() => undefined);
    } else if (each.do === 'credit') {
      const { items } = (await books.get('invoices?type=389')).json() as { items: { id: string }[] };
      const id = items[each.invoice]?.id;
      if (id !== undefined) await books.post(`invoices/${id}/credit`, { reason: 'Erreur' });
    }
  }
}

async function closeNext(books: Books): Promise<void> {
  const periods = (await books.get('periods')).json() as unknown as { period: string; state: string }[];
  const month = periods.filter(({ state }) => state !== 'closed').at(-1)?.period ?? expect.fail();
  if ((monthPeriod(month, ZONE)?.to ?? 0) <= books.now) await books.done(`periods/${month}/closing`, undefined);
}

interface Document {
  readonly id: string;
  readonly type: string;
  readonly place: number;
  readonly issued_on: string;
  readonly net: bigint;
  readonly vat: bigint;
  readonly rate: number;
  readonly self: bigint;
  readonly parts: bigint | null;
  readonly lines: bigint;
  readonly credited: bigint | null;
}

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Invariants 14 to 16: what stands on documents is what moved, once; numbers have no gap; nothing is credited beyond what is left. */
async function mustHold(books: Books): Promise<void> {
  const values = [books.workspace.id];
  const documents = await books.owner.query<Document>(
    `select i.id, i.type, i.place, i.issued_on::text, i.net, i.vat, i.vat_rate as rate, i.self_assessed as self,
            (select sum(p.net)::bigint from invoice_part p where p.workspace_id = i.workspace_id and p.invoice_id = i.id) as parts,
            (select sum((l->>'net')::bigint)::bigint from jsonb_array_elements(i.document->'lines') l) as lines,
            (select sum(k.net)::bigint from invoice_credit k where k.workspace_id = i.workspace_id and k.credited_id = i.id) as credited
       from invoice i where i.workspace_id = $1 order by i.place`,
    values,
  );
  expect(documents.map(({ place }) => place)).toEqual(documents.map((_, index) => index + 1));
  expect(documents.map((one) => one.issued_on)).toEqual(documents.map((one) => one.issued_on).toSorted());
  for (const { type, net, vat, rate, parts, lines, credited } of documents) {
    expect(lines).toBe(net);
    expect(vat).toBe(vatOn(net, rate));
    if (parts !== null) expect(parts).toBe(type === '389' ? net : -net);
    expect((credited ?? 0n) <= net).toBe(true);
  }
  const [booked] = await books.owner.query<{ vat: bigint }>(
    `select coalesce(sum(case when debit = 'vat' then amount when credit = 'vat' then -amount end), 0)::bigint as vat
       from posting where workspace_id = $1`,
    values,
  );
  const signed = documents.map((one) => (one.type === '389' ? 1n : -1n) * (one.vat + one.self));
  expect(booked?.vat).toBe(sumOf(signed));
  const [moved] = await books.owner.query<{ net: bigint }>(
    `select coalesce(sum(case when p.credit = 'payable' then p.amount else -p.amount end), 0)::bigint as net
       from posting p join ledger_transaction t on t.workspace_id = p.workspace_id and t.fact_seq = p.fact_seq
       join period_closing c on c.workspace_id = p.workspace_id and p.fact_seq <= c.through_seq and p.effective_at < c.to_at
        and (p.effective_at >= c.from_at or p.fact_seq > c.after_seq)
      where p.workspace_id = $1 and (p.credit = 'payable' or p.debit = 'payable')
        and t.kind not in ('payout_started', 'payout_confirmed', 'payout_rejected', 'exchange', 'invoice', 'credit_note')`,
    values,
  );
  const { items } = (await books.get('invoice-drafts')).json() as { items: { net: number }[] };
  const open = sumOf(items.map(({ net }) => BigInt(net)));
  expect(sumOf(documents.map(({ type, net }) => (type === '389' ? net : -net))) + open).toBe(moved?.net);
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
}

it(
  'whatever happens in whatever order, a process that dies included, documents are what moved, once',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 40 }), (commands) =>
        withBooks(async (books) => {
          const ana = await books.partner('Ana');
          books.now = START + 40 * DAY;
          await setInvoicing(books);
          await enterDetails(books, ana, FRENCH);
          await signMandate(books, ana);
          await play(books, ana, [...beginning, ...commands]);
          await mustHold(books);
          books.now += 70 * DAY;
          await books.release();
          for (let month = 0; month < 4; month += 1) await closeNext(books);
          await books.post('invoices', {});
          await mustHold(books);
        }),
      ),
      { numRuns: 8 },
    ),
  180_000,
);
