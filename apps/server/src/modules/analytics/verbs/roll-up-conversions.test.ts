import { expect, test } from 'vitest';
import { contextFor } from '../../../../test/app.ts';
import { DAY, withOwnBooks, type BookPartner, type Books } from '../../../../test/books.ts';
import { rebuildProjections } from '../../counting/index.ts';
import { NOBODY } from '../sums/day-sum.ts';
import { rollUpConversions } from './roll-up-conversions.ts';

const linear = {
  attribution: { model: { kind: 'linear' }, windowDays: 30, coupon: 'touch', lifetime: 'none', selfReferral: 'reject' },
} as const;

interface Row {
  readonly grain: string;
  readonly partner_id: string;
  readonly key: string;
  readonly day: string;
  readonly [measure: string]: unknown;
}

async function rows(books: Books): Promise<Row[]> {
  return books.owner.query<Row>(`select * from conversion_daily order by grain, partner_id, key, day, program_id, currency`);
}

async function linkOf(books: Books, partner: BookPartner, code: string): Promise<string> {
  const list = (await books.get(`enrollments?partnerId=${partner.id}`)).json() as { items: { id: string }[] };
  const link = await books.done('links', { enrollmentId: list.items[0]?.id, code });
  return String(link['id']);
}

/** Codes and coupons of two partners on the same sales, refunds before and after a payout, a dispute, something nobody brought. */
async function someHistory(books: Books): Promise<{ anna: BookPartner; ben: BookPartner }> {
  const anna = await books.partner('Anna Dubois');
  const ben = await books.partner('Ben Martin');
  await linkOf(books, anna, 'anna');
  await books.sale('s1', ben, 10_001, { code: 'anna', subId: 'spring', customer: { externalId: 'c1', country: 'FR' } });
  await books.sale('s2', ben, 33_333, { customer: { externalId: 'c2', country: 'BE' } });
  await books.sale('s3', anna, 777, { coupon: undefined });
  await books.done('track/lead', { eventId: 'l1', customer: { externalId: 'c1' }, name: 'demo', code: 'anna' });
  await books.refund('r1', 's1', { amount: 2500 });
  books.now += 11 * DAY;
  await books.release();
  const payout = await books.done('payouts', { partnerId: ben.id, currency: 'EUR' });
  await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
  await books.refund('r2', 's2');
  await books.done('track/sale', {
    eventId: 's4',
    customer: { externalId: 'c1' },
    currency: 'EUR',
    amount: 5000,
  });
  await books.done('track/refund', { eventId: 'd1', saleEventId: 's4', reason: 'dispute_opened' });
  return { anna, ben };
}

function sumOf(all: readonly Row[], measure: string, where: (row: Row) => boolean): bigint {
  return all.filter(where).reduce((sum, row) => sum + (row[measure] as bigint), 0n);
}

test('adds each fact once to the company, its partners, countries, links and sub-ids', () =>
  withOwnBooks(async (books) => {
    const { anna, ben } = await someHistory(books);
    await rollUpConversions(books.db, books.workspace.id);
    expect(await rollUpConversions(books.db, books.workspace.id)).toBe(0);
    const all = await rows(books);
    const company = (row: Row) => row.grain === 'total' && row.partner_id === NOBODY;
    expect(sumOf(all, 'sales', company)).toBe(4n);
    expect(sumOf(all, 'amount', company)).toBe(49_111n);
    expect(sumOf(all, 'leads', company)).toBe(1n);
    expect(sumOf(all, 'refunds', company)).toBe(2n);
    expect(sumOf(all, 'refunded', company)).toBe(35_833n);
    // 10,001 and 2,500 split in two, the odd cent to the first; 5,000 are still theirs a fortnight later.
    const total = (partner: BookPartner) => (row: Row) => row.grain === 'total' && row.partner_id === partner.uuid;
    expect(sumOf(all, 'amount', total(anna)) + sumOf(all, 'amount', total(ben))).toBe(10_001n + 33_333n + 5000n);
    expect(sumOf(all, 'refunded', total(anna))).toBe(1250n);
    const spring = (row: Row) => row.grain === 'sub_id' && row.key === 'spring' && row.partner_id === anna.uuid;
    // The later sale cites her later touchpoint, which said no sub-id, of the same link.
    expect(sumOf(all, 'sales', spring)).toBe(1n);
    expect(sumOf(all, 'sales', ({ grain }) => grain === 'link')).toBe(2n);
    expect(new Set(all.filter(({ grain }) => grain === 'link').map((row) => row.partner_id))).toEqual(new Set([anna.uuid]));
    expect(sumOf(all, 'amount', (row) => row.grain === 'country' && row.partner_id === NOBODY && row.key === 'BE')).toBe(33_333n);
    // One customer came back: three began in January, one of them brought by nobody, and what was sold to each is theirs.
    const cohorts = await books.owner.query<Row>('select * from cohort_monthly');
    expect(cohorts.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(3);
    expect(sumOf(cohorts, 'amount', (row) => row.partner_id === NOBODY)).toBe(777n);
    expect(sumOf(cohorts, 'refunded', () => true)).toBe(35_833n);
    expect(sumOf(all, 'sales', (row) => row.grain === 'path' && row.key === 'coupon')).toBe(2n);
    const figures = await books.owner.query<{ partner_id: string; earned: bigint }>('select * from partner_figures');
    const net = sumOf(all, 'earned', total(ben)) - sumOf(all, 'reversed', total(ben));
    expect(figures.find((row) => row.partner_id === ben.uuid)?.earned).toBe(net);
    expect((await books.verify()).differences).toEqual([]);
  }, linear));

test('gives the same sums in any stretches, and again when they are rebuilt', () =>
  withOwnBooks(async (books) => {
    await someHistory(books);
    await rollUpConversions(books.db, books.workspace.id, 1n);
    const one = await rows(books);
    const cohorts = await books.owner.query('select * from cohort_monthly order by 1, 2, 3, 4, 5, 6');
    const concerns = await books.owner.query('select * from partner_fact order by 1, 2, 3');
    await books.owner.query('update conversion_daily set sales = sales + 1');
    const { differences } = await books.verify();
    expect(differences.map(({ check }) => check).join()).toContain('sums of facts on 2026-01-15 EUR');
    await rebuildProjections(contextFor(books.db, books.workspace.id));
    expect(await rows(books)).toEqual(one);
    expect(await books.owner.query('select * from cohort_monthly order by 1, 2, 3, 4, 5, 6')).toEqual(cohorts);
    expect(await books.owner.query('select * from partner_fact order by 1, 2, 3')).toEqual(concerns);
    expect((await books.verify()).differences).toEqual([]);
  }, linear));

test('sees a sum of money, of a country and of a partner that is none', () =>
  withOwnBooks(async (books) => {
    const { anna } = await someHistory(books);
    await rollUpConversions(books.db, books.workspace.id);
    await books.owner.query(`update conversion_daily set earned = earned + 1 where grain = 'total' and partner_id = $1`, [
      anna.uuid,
    ]);
    const checks = (await books.verify()).differences.map(({ check }) => check.split(' of ')[0]?.split(' on ')[0]);
    expect(new Set(checks)).toEqual(new Set(['sums', 'what is sorted by']));
  }, linear));

test('two that add at once add everything once', () =>
  withOwnBooks(async (books) => {
    await someHistory(books);
    await Promise.all([1n, 2n, 3n].map((size) => rollUpConversions(books.db, books.workspace.id, size)));
    const [heads] = await books.owner.query<{ counted: bigint; added: bigint }>(
      `select c.counted_seq as counted, h.through_seq as added from count_head c join conversion_head h using (workspace_id)
        where workspace_id = $1`,
      [books.workspace.id],
    );
    expect(heads?.added).toBe(heads?.counted);
    expect((await books.verify()).differences).toEqual([]);
  }, linear));

test('a refund that failed leaves nothing of it in the sums, heard of in either order', () =>
  withOwnBooks(async (books) => {
    const anna = await books.partner('Anna');
    const failed = (eventId: string, saleEventId: string, refundEventId: string) =>
      books.done('track/refund', { eventId, saleEventId, refundEventId, reason: 'refund_failed' });
    await books.sale('s1', anna, 10_000);
    await books.refund('r1', 's1', { amount: 2500 });
    await failed('f1', 's1', 'r1');
    await books.sale('s2', anna, 8000);
    await failed('f2', 's2', 'r2');
    await books.refund('r2', 's2', { amount: 1000 });
    await rollUpConversions(books.db, books.workspace.id, 1n);
    const all = await rows(books);
    const own = (row: Row) => row.grain === 'total' && row.partner_id === anna.uuid;
    for (const measure of ['refunds', 'refunded', 'reversed']) expect(sumOf(all, measure, own), measure).toBe(0n);
    expect([sumOf(all, 'commissions', own), sumOf(all, 'earned', own)]).toEqual([2n, 1800n]);
    expect((await books.verify()).differences).toEqual([]);
  }));
