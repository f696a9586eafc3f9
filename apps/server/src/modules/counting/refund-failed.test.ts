import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { DAY, withBooks, type Books } from '../../../test/books.ts';
import { rebuildProjections } from './verbs/rebuild-projections.ts';

function failed(books: Books, eventId: string, saleEventId: string, refundEventId: string) {
  return books.done('track/refund', { eventId, saleEventId, refundEventId, reason: 'refund_failed' });
}

test('a refund that failed gives back what it took, wherever the commission stands by then', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('s1', ana, 10_000);
    await books.refund('r1', 's1', { amount: 2500 });
    expect(await failed(books, 'f1', 's1', 'r1')).toMatchObject({ reversals: [{ amount: -250, from: 'pending' }] });
    expect(await books.balance(ana)).toMatchObject({ pending: 1000 });
    books.now += 11 * DAY;
    await books.release();
    await books.refund('r2', 's1');
    expect(await books.balance(ana)).toMatchObject({ payable: 0 });
    await failed(books, 'f2', 's1', 'r2');
    expect(await books.balance(ana)).toMatchObject({ payable: 1000 });
    const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
    await books.refund('r3', 's1');
    await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
    await failed(books, 'f3', 's1', 'r3');
    expect(await books.balance(ana)).toMatchObject({ payable: 0, paid: 1000 });
    const commissions = await books.get('commissions');
    expect(commissions.json()['items']).toMatchObject([{ status: 'paid', reversed: 0 }]);
    expect((await books.verify()).differences).toEqual([]);
    expect(await rebuildProjections(contextFor(books.db, books.workspace.id))).toMatchObject({ commissions: 0 });
  }));

test('what was taken back whole before its hold ended is pending again, and released with the next', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('s1', ana, 10_000);
    await books.refund('r1', 's1');
    books.now += 11 * DAY;
    await books.sale('s2', ana, 10_000);
    await books.release();
    await failed(books, 'f1', 's1', 'r1');
    expect(await books.balance(ana)).toMatchObject({ pending: 2000, payable: 0 });
    await books.release();
    expect(await books.balance(ana)).toMatchObject({ pending: 1000, payable: 1000 });
    expect((await books.verify()).differences).toEqual([]);
    expect(await rebuildProjections(contextFor(books.db, books.workspace.id))).toMatchObject({ commissions: 0 });
  }));

test('sale, refunds and failures come to the same in any order, told any number of times', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    let round = 0;
    const events = ['sale', 'r1', 'r2', 'f1', 'opened', 'f1', 'r1', 'sale'] as const;
    const tell = async (event: (typeof events)[number], name: string) => {
      const saleEventId = `s${name}`;
      if (event === 'sale') await books.sale(saleEventId, ana, 10_000);
      else if (event === 'r1' || event === 'r2') {
        await books.refund(`${event}${name}`, saleEventId, event === 'r1' ? { amount: 8000 } : { amount: 2000 });
      } else if (event === 'f1') await failed(books, `f1${name}`, saleEventId, `r1${name}`);
      else await books.done('track/refund', { eventId: `d${name}`, saleEventId, reason: 'dispute_opened' });
    };
    const order = fc.shuffledSubarray([...events], { minLength: events.length });
    await fc.assert(
      fc.asyncProperty(order, async (told) => {
        round += 1;
        const before = (await books.balance(ana)).pending;
        for (const event of told) await tell(event, `-${round}`);
        expect((await books.balance(ana)).pending - before).toBe(800);
      }),
      { numRuns: 10 },
    );
    const commissions = await books.get('commissions?status=suspended&limit=200');
    expect(commissions.json()['items']).toHaveLength(round);
    expect((await books.verify()).differences).toEqual([]);
    expect(await rebuildProjections(contextFor(books.db, books.workspace.id))).toMatchObject({ commissions: 0 });
  }));

test('refused after it came back under a dispute, it is in no payout once the payout came back', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const sale = await books.sale('s1', ana, 10_000);
    await books.sale('s2', ana, 5000);
    books.now += 11 * DAY;
    await books.release();
    const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
    await books.refund('r1', 's1');
    await books.done('track/refund', { eventId: 'd1', saleEventId: 's1', reason: 'dispute_opened' });
    await failed(books, 'f1', 's1', 'r1');
    const [commission] = sale['commissions'] as { id: string }[];
    expect((await books.get(`commissions/${commission?.id ?? ''}`)).json()).toMatchObject({ status: 'suspended' });
    await books.done('commissions/reviews', { action: 'refuse', commissionIds: [commission?.id], reason: 'stolen card' });
    await books.done(`payouts/${String(payout['id'])}/rejection`, { reason: 'unknown account' });
    expect((await books.get(`commissions/${commission?.id ?? ''}`)).json()).toMatchObject({ status: 'refused' });
    expect((await books.verify()).differences).toEqual([]);
  }));

test('it names the refund, and nothing but a failed refund does', () =>
  withBooks(async (books) => {
    const fails = { eventId: 'f1', saleEventId: 's1', reason: 'refund_failed' };
    const unnamed = await books.post('track/refund', fails);
    expect([unnamed.status, unnamed.json()['code']]).toEqual([422, 'invalid_request']);
    const named = await books.post('track/refund', { ...fails, reason: 'refund', refundEventId: 'r1' }, undefined, {
      'accept-language': 'fr',
    });
    expect(named.json()['fields']).toMatchObject([{ path: 'refundEventId', rule: 'failed_refund' }]);
    const partly = await books.post('track/refund', { ...fails, refundEventId: 'r1', amount: 5 });
    expect(partly.json()['fields']).toMatchObject([{ path: 'amount', rule: 'whole_refund' }]);
  }));
