import { type Cut, monthBooked, monthPeriod } from '@cordee/core/closing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { DAY, START, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { closePeriod, settlePeriod } from './verbs/close-period.ts';

const ZONE = 'Europe/Paris';

type Command =
  | { readonly do: 'sale'; readonly who: number; readonly amount: number; readonly daysAgo: number }
  | { readonly do: 'refund'; readonly sale: number; readonly daysAgo: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'release' }
  | { readonly do: 'payout'; readonly who: number }
  | { readonly do: 'confirmation' | 'rejection'; readonly payout: number }
  | { readonly do: 'close'; readonly byJob: boolean };

const daysAgo = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 70 }) });

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sale' as const),
      who: fc.nat(1),
      amount: fc.integer({ min: 10, max: 40_000 }),
      daysAgo,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), sale: fc.nat(5), daysAgo }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 3, max: 25 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('payout' as const), who: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirmation' as const, 'rejection' as const), payout: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('close' as const), byJob: fc.boolean() }) },
);

/** Closes the next month that is over, by the job or at once; whatever is not over yet stays open. */
async function closeNext(books: Books, month: string, byJob: boolean): Promise<boolean> {
  const context = contextFor(books.db, books.workspace.id, { now: () => (books.now += 1) });
  if ((monthPeriod(month, ZONE)?.to ?? 0) > books.now) return false;
  await closePeriod(context, month, byJob ? { atOnce: -1n } : {});
  if (byJob) await settlePeriod(context, month);
  return true;
}

async function play(books: Books, partners: readonly [BookPartner, BookPartner], commands: readonly Command[], name: string) {
  const sales: string[] = [];
  const payouts: string[] = [];
  const then = (days: number) => new Date(books.now - days * DAY).toISOString();
  for (const [index, each] of commands.entries()) {
    const eventId = `${name}-${index}`;
    if (each.do === 'sale') {
      await books.sale(eventId, partners[each.who] ?? partners[0], each.amount, { occurredAt: then(each.daysAgo) });
      sales.push(eventId);
    } else if (each.do === 'refund') {
      const sale = sales[each.sale];
      if (sale !== undefined)
        await books.post('track/refund', { eventId, saleEventId: sale, reason: 'refund', occurredAt: then(each.daysAgo) });
    } else if (each.do === 'wait') books.now += each.days * DAY;
    else if (each.do === 'release') await books.release();
    else if (each.do === 'payout') {
      const answer = await books.post('payouts', { partnerId: (partners[each.who] ?? partners[0]).id, currency: 'EUR' });
      if (answer.status === 201) payouts.push(String(answer.json()['id']));
    } else if (each.do === 'close') await closeNext(books, await nextMonth(books), each.byJob);
    else if (payouts[each.payout] !== undefined) {
      await books.post(`payouts/${payouts[each.payout]}/${each.do}`, each.do === 'rejection' ? { reason: 'closed' } : {});
    }
  }
}

async function nextMonth(books: Books): Promise<string> {
  const periods = (await books.get('periods')).json() as unknown as { period: string; state: string }[];
  return periods.filter(({ state }) => state !== 'closed').at(-1)?.period ?? expect.fail();
}

interface Row {
  readonly partner_id: string;
  readonly fact_seq: bigint;
  readonly effective_at: number;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
}

const fields = { pending: 'pending', payable: 'payable', inPayout: 'in_payout', paid: 'paid' } as const;

/** What the core makes of the books: the sums of a partner over the postings that are kept. */
function sumsOf(rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, account]) => [
      field,
      Number(
        rows.reduce((sum, row) => sum + (row.credit === account ? row.amount : row.debit === account ? -row.amount : 0n), 0n),
      ),
    ]),
  );
}

async function mustAgree(books: Books, partners: readonly BookPartner[]): Promise<void> {
  const { id: workspaceId } = books.workspace;
  const rows = await books.owner.query<Row>(
    'select partner_id, fact_seq, effective_at, debit, credit, amount from posting where workspace_id = $1',
    [workspaceId],
  );
  const cuts = await books.owner.query<Cut>(
    `select month, from_at as from, to_at as to, through_seq as through, after_seq as after from period_closing
      where workspace_id = $1 order by month`,
    [workspaceId],
  );
  const placed = rows.map((row) => ({
    row,
    place: monthBooked({ effectiveAt: row.effective_at, factSeq: row.fact_seq }, cuts, ZONE),
  }));
  for (const { id, uuid } of partners) {
    const own = placed.filter(({ row }) => row.partner_id === uuid);
    const before: Row[] = own.filter(({ place }) => place === null).map(({ row }) => row);
    for (const { month } of cuts) {
      const moved = own.filter(({ place }) => place?.month === month);
      const opening = sumsOf(before);
      before.push(...moved.map(({ row }) => row));
      const { items } = (await books.get(`statements?period=${month}&partnerId=${id}`)).json() as { items: { id: string }[] };
      if (moved.length === 0 && items.length === 0) continue;
      const told = (await books.get(`statements/${items[0]?.id}`)).json();
      const lateCount = moved.filter(({ place }) => place?.lateOf !== null).length;
      expect(told).toMatchObject({ opening, closing: sumsOf(before), movementCount: moved.length, lateCount });
      const movements = told['movements'] as { lateOf: string | null }[];
      expect(movements.map(({ lateOf }) => lateOf ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(
        moved.map(({ place }) => place?.lateOf ?? '').toSorted((a, b) => a.localeCompare(b)),
      );
    }
  }
}

it(
  'whatever comes in whatever order, statements are what the core makes of the books, and closed ones never change',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 35 }), (commands) =>
        withBooks(async (books) => {
          const partners = [await books.partner('Ana'), await books.partner('Ben')] as const;
          books.now = START + 80 * DAY;
          await play(books, partners, commands, 'one');
          await mustAgree(books, partners);
          const closed = (await books.get('statements?limit=200')).text;
          await books.sale('one more', partners[0], 5000, { occurredAt: new Date(START).toISOString() });
          expect((await books.get('statements?limit=200')).text).toBe(closed);
          books.now += 70 * DAY;
          while (await closeNext(books, await nextMonth(books), false));
          await mustAgree(books, partners);
          expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
        }),
      ),
      { numRuns: 8 },
    ),
  120_000,
);
