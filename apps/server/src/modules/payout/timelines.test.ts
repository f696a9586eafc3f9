import { expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { type BookPartner, type Books, DAY, START, withBooks } from '../../../test/books.ts';
import { approvedBatch, made, owe, payersOf } from '../../../test/payday.ts';

interface Timeline {
  readonly payoutId: string;
  readonly state: string;
  readonly steps: readonly {
    readonly step: string;
    readonly promisedOn: string | null;
    readonly from: string;
    readonly at: string | null;
  }[];
}

async function timelines(books: Books, as?: string, query = ''): Promise<{ items: Timeline[]; nextPaymentOn: string | null }> {
  return (await books.get(`payout-timelines${query}`, as)).json() as unknown as {
    items: Timeline[];
    nextPaymentOn: string | null;
  };
}

const day = (text: string | null | undefined) => text?.slice(0, 10) ?? null;

it('says of each step what was promised and when it happened; a partner sees its own', () =>
  withBooks(async (books) => {
    const [ana, ben] = (await owe(books, ['Ana', 'Ben'])) as [BookPartner, BookPartner];
    await books.sale('second of Ana', ana, 30_000);
    books.now += 11 * DAY;
    await books.release();
    const payers = await payersOf(books);
    const rules = { minimumAmount: 0, coolingHours: 72, fourEyes: true, paymentDay: 5 };
    expect((await books.app.call('PUT', '/api/v1/payment-rules', { as: payers.approver, body: rules })).status).toBe(200);
    const body = { rail: 'outside', partnerIds: [ana.id], executionDate: '2026-02-10' };
    const batch = await approvedBatch(books, payers, body);
    const [waiting] = (await timelines(books, undefined, `?partnerId=${ana.id}`)).items;
    const steps = Object.fromEntries(
      (waiting?.steps ?? []).map(({ step, promisedOn, from, at }) => [step, [promisedOn, day(from), day(at)]]),
    );
    expect(steps).toEqual({
      // Two sales, eleven days apart, each held for ten.
      earned: [null, '2026-01-15', '2026-01-26'],
      payable: ['2026-02-05', '2026-01-26', '2026-02-06'],
      in_batch: ['2026-02-05', '2026-02-06', '2026-02-06'],
      approved: [null, '2026-02-06', '2026-02-06'],
      sent: ['2026-02-10', null, null],
      confirmed: ['2026-02-10', null, null],
    });
    books.now = START + 30 * DAY;
    await made(books, `${batch.path}/outside-payment`, { reference: 'Wire 1', paidOn: '2026-02-13' }, payers.author);
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const seen = await timelines(books, own);
    expect(seen).toMatchObject({
      nextPaymentOn: '2026-03-05',
      items: [{ state: 'paid', rail: 'outside', settlement: 'Wire 1' }],
    });
    expect(seen.items[0]?.steps.map(({ at }) => day(at)).slice(-2)).toEqual(['2026-02-14', '2026-02-14']);
    const other = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    expect((await timelines(books, other)).items).toEqual([]);
    expect((await books.get(`payout-timelines?partnerId=${ana.id}`, other)).status).toBe(403);
  }));

it('a payment that came back tells so, and promises nothing any more', () =>
  withBooks(async (books) => {
    await owe(books, ['Ana']);
    const payers = await payersOf(books);
    const batch = await approvedBatch(books, payers, { rail: 'outside' });
    await made(books, `${batch.path}/cancellation`, { reason: 'Wrong day' }, payers.author);
    const { items, nextPaymentOn } = await timelines(books);
    expect(nextPaymentOn).toBeNull();
    expect(items).toMatchObject([{ state: 'rejected', endReason: 'Wrong day' }]);
    expect(items[0]?.steps.map(({ step }) => step)).toEqual(['in_batch', 'approved', 'returned']);
  }));
