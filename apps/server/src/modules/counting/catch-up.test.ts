import { expect, it } from 'vitest';
import { saleInput } from '@cordee/contract/events';
import { withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { simplePlan } from '../../../test/terms.ts';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { workspaceKeys } from '../fact/index.ts';
import { openRunner, recordDrafts, saleDraft } from './index.ts';

/** Records sales as an import does, without counting them. */
async function recordOnly(books: Books, sales: readonly object[]): Promise<void> {
  const { db, workspace } = books;
  const { customerKey } = await workspaceKeys(db, workspace.id);
  const drafts = sales.map((sale, index) => {
    const input = saleInput.parse({ eventId: `sale ${index}`, currency: 'EUR', amount: 10_000, ...sale });
    return saleDraft(input, { customerKey, now: books.now });
  });
  await transaction(db, async (tx) => {
    await withWorkspace(tx, workspace.id);
    await recordDrafts(tx, workspace.id, books.now, drafts);
  });
}

function catchUp(books: Books, batchSize: number): Promise<number> {
  const runner = openRunner({ db: books.db, batchSize, onError: (error) => expect.unreachable(String(error)) });
  return runner.catchUp(books.workspace.id);
}

/** Another program whose credit goes to two partners, whoever touched: counters that nobody foresees. */
async function agreedProgram(books: Books, first: BookPartner, second: BookPartner): Promise<string> {
  const plan = {
    ...simplePlan,
    attribution: {
      ...simplePlan.attribution,
      coupon: 'touch',
      model: {
        kind: 'agreed',
        shares: [
          { partnerId: first.id, share: '50%' },
          { partnerId: second.id, share: '50%' },
        ],
      },
    },
    caps: [{ scope: 'partner', period: 'month', amount: 100_000 }],
  };
  const program = await books.done('programs', { name: 'Ensemble', destinationUrl: 'https://shop.example/', plan });
  await books.done(`plans/${String(program['planId'])}/publication`, {});
  for (const { id } of [first, second]) {
    const enrollment = await books.done('enrollments', { programId: program['id'], partnerId: id });
    if (id === first.id) await books.done('coupons', { enrollmentId: enrollment['id'], code: 'TOGETHER' });
  }
  return 'TOGETHER';
}

it('counts in small batches what it counts in one, though one batch is written while the next is counted', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const ben = await books.partner('Ben');
      const together = await agreedProgram(books, ana, ben);
      const customer = (n: number) => ({ externalId: `customer ${n}` });
      const sales = [
        ...Array.from({ length: 40 }, (_, i) => ({ customer: customer(i % 7), coupon: i % 2 === 0 ? ana.coupon : ben.coupon })),
        { customer: customer(99), coupon: together },
        ...Array.from({ length: 40 }, (_, i) => ({ customer: customer(i % 7), ...(i % 3 === 0 ? { coupon: ana.coupon } : {}) })),
      ];
      await recordOnly(books, sales);
      expect(await catchUp(books, 4)).toBe(sales.length);
      expect(await books.verify()).toMatchObject({ facts: sales.length, differences: [], ledgerBalanced: true });
    },
    {
      attribution: { ...simplePlan.attribution, lifetime: 'keep_first' },
      caps: [{ scope: 'customer', period: 'ever', amount: 6000 }],
    },
  ));

it('reads customers again when a new version asks more of them than the plans before', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const customer = { externalId: 'a regular' };
      const first = await books.sale('s1', ana, 10_000, { customer });
      expect(first['commissions']).toHaveLength(1);
      const [plan] = ((await books.get(`programs/${books.programId}/plans`)).json() as { items: { id: string }[] }).items;
      const [rule] = simplePlan.rules;
      await books.done(`plans/${plan?.id}/versions`, {
        document: { ...simplePlan, noticeDays: 0, rules: [{ ...rule, duration: { payments: 1 } }] },
      });
      await books.done(`plans/${plan?.id}/publication`, {});
      // The customer was met before anybody asked how often it had been paid for.
      expect(await books.sale('s2', ana, 10_000, { customer })).toMatchObject({
        commissions: [],
        unpaid: { reason: 'duration_over' },
      });
      expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
    },
    { noticeDays: 0 },
  ));
