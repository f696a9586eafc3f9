import { expect, it } from 'vitest';
import { refundInput, saleInput } from '@cordee/contract/events';
import { withBooks, type Books } from '../../../test/books.ts';
import { workspaceKeys } from '../fact/index.ts';
import { refundDraft, saleDraft } from './index.ts';

/** The sale as a connected system tells it. */
async function saleFromStripe(books: Books, eventId: string, coupon: string) {
  const { customerKey } = await workspaceKeys(books.db, books.workspace.id);
  const input = saleInput.parse({ eventId, customer: { externalId: 'c' }, currency: 'EUR', amount: 10_000, coupon });
  return { ...saleDraft(input, { customerKey, now: books.now }), source: 'stripe:shop/sale' };
}

it('aims a refund that waited once, where two systems tell the same sale', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.refund('r1', 'o1', { amount: 4000 });
    await books.app.intake.submit(books.workspace.id, await saleFromStripe(books, 'o1', ana.coupon));
    expect(await books.balance(ana)).toMatchObject({ pending: 600 });
    expect(await books.sale('o1', ana, 10_000)).toMatchObject({ duplicate: false, commissions: [{ amount: 1000 }] });
    expect(await books.balance(ana)).toMatchObject({ pending: 1600 });
    expect(await books.verify()).toMatchObject({ facts: 4, differences: [] });
  }));

it("finds a connected system's sale in the same batch by the company's own id", () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const { intake } = books.app;
    const { customerKey } = await workspaceKeys(books.db, books.workspace.id);
    const sale = await saleFromStripe(books, 'o1', ana.coupon);
    const input = refundInput.parse({ eventId: 'd1', saleEventId: 'o1', amount: 4000, reason: 'dispute_lost' });
    const refund = refundDraft(input, { customerKey, now: books.now });
    const receipts = await Promise.all([sale, refund].map((draft) => intake.submit(books.workspace.id, draft)));
    expect(receipts[1]?.outcome?.reversals).toMatchObject([{ amount: 400n }]);
    expect(await books.balance(ana)).toMatchObject({ pending: 600 });
  }));

it('counts every event delivered again and again, in any order, once', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const events = [
      () => books.sale('o1', ana, 10_000),
      () => books.sale('o2', ana, 20_000),
      () => books.refund('r1', 'o1', { amount: 4000 }),
      () => books.refund('r2', 'o2', { amount: 1000 }),
      () => books.refund('d1', 'o2', { reason: 'dispute_opened' }),
    ];
    const deliveries = [4, 2, 0, 3, 1, 2, 2, 0, 4, 1, 3, 0];
    await Promise.all(deliveries.map(async (index) => events[index]?.()));
    expect(await books.balance(ana)).toMatchObject({ pending: 600 + 1900, payable: 0 });
    const [second] = (await books.get('commissions?status=suspended')).json()['items'] as { amount: number }[];
    expect(second?.amount).toBe(2000);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));
