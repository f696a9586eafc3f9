import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { rollUpConversions } from './index.ts';

const linear = {
  attribution: { model: { kind: 'last' }, windowDays: 30, coupon: 'touch', lifetime: 'none', selfReferral: 'reject' },
} as const;

type Json = Record<string, unknown>;

/** Two months of two partners: Anna opens journeys by a code, Ben closes them by a coupon. */
async function someHistory(books: Books): Promise<{ anna: BookPartner; ben: BookPartner }> {
  const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
  const enrollments = (await books.get(`enrollments?partnerId=${anna.id}`)).json() as { items: { id: string }[] };
  await books.done('links', { enrollmentId: enrollments.items[0]?.id, code: 'anna' });
  for (const customer of ['c1', 'c2', 'c3']) {
    await books.done('track/lead', {
      eventId: `lead ${customer}`,
      customer: { externalId: customer },
      name: 'demo',
      code: 'anna',
    });
    books.now += 3_600_000;
    await books.sale(`sale ${customer}`, ben, 10_000, {
      customer: { externalId: customer, country: customer === 'c3' ? 'BE' : 'FR' },
    });
  }
  await books.done('track/lead', { eventId: 'lost', customer: { externalId: 'c9' }, name: 'demo', code: 'anna' });
  books.now += 25 * DAY;
  await books.sale('again', ben, 4000, { customer: { externalId: 'c1' } });
  await books.refund('back', 'sale c2', { amount: 5000 });
  await rollUpConversions(books.db, books.workspace.id);
  return { anna, ben };
}

async function got(books: Books, path: string, as?: string): Promise<Json> {
  const answer = await books.get(path, as);
  expect(answer.status, answer.text).toBe(200);
  return answer.json();
}

const PERIOD = 'from=2026-01-01&to=2026-02-28';

test('series hold every period, the greatest parts and all others as one', () =>
  withBooks(async (books) => {
    const { ben } = await someHistory(books);
    const months = await got(books, `analytics/series?metric=amount&by=month&${PERIOD}`);
    expect(months).toEqual({
      metric: 'amount',
      currency: 'EUR',
      periods: ['2026-01-01', '2026-02-01'],
      series: [{ key: 'all', label: null, partnerId: null, values: [30_000, 4000], total: 34_000 }],
    });
    const days = (await got(books, `analytics/series?metric=sales&${PERIOD}`)) as {
      periods: string[];
      series: { total: number }[];
    };
    expect(days.periods).toHaveLength(59);
    expect(days.series[0]?.total).toBe(4);
    const weeks = (await got(books, `analytics/series?metric=leads&by=week&${PERIOD}`)) as { periods: string[] };
    expect(weeks.periods.slice(0, 2)).toEqual(['2025-12-29', '2026-01-05']);
    const partners = await got(books, `analytics/series?metric=net&by=month&split=partner&${PERIOD}`);
    expect(partners['series']).toEqual([{ key: ben.id, label: 'Ben', partnerId: null, values: [3000, 400 - 500], total: 2900 }]);
    const countries = await got(books, `analytics/series?metric=sales&by=month&split=country&top=1&${PERIOD}`);
    expect(countries['series']).toMatchObject([
      { key: 'FR', values: [2, 0] },
      { key: 'others', values: [1, 1] },
    ]);
    expect((await books.get(`analytics/series?metric=clicks&split=country&${PERIOD}`)).json()).toMatchObject({
      code: 'invalid_request',
    });
    expect((await books.get('analytics/series?metric=sales&from=2026-02-30&to=2026-03-01')).status).toBe(422);
    const csv = await books.get(`analytics/series?metric=amount&by=month&${PERIOD}`, books.key, {
      accept: 'text/csv',
      'accept-language': 'fr',
    });
    expect(csv.text).toBe('\uFEFFclé;libellé;2026-01-01;2026-02-01;total;devise\r\nall;;300,00;40,00;340,00;EUR\r\n');
  }, linear));

test('a partner reads its own series and funnel, and no figure of the company', () =>
  withBooks(async (books) => {
    const { anna, ben } = await someHistory(books);
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    const own = (await got(books, `analytics/series?metric=leads&by=month&${PERIOD}`, session)) as {
      series: { total: number }[];
    };
    expect(own.series[0]?.total).toBe(4);
    expect((await books.get(`analytics/series?metric=sales&${PERIOD}&partnerId=${ben.id}`, session)).status).toBe(403);
    expect(await got(books, `analytics/funnel?${PERIOD}`, session)).toMatchObject({ current: { leads: 4, sales: 0, money: [] } });
    for (const path of [
      'home',
      `analytics/cohorts?from=2026-01&to=2026-02`,
      `analytics/models?${PERIOD}`,
      `analytics/tracking?${PERIOD}`,
    ])
      expect((await books.get(path, session)).status).toBe(403);
  }, linear));

test('home says what waits, the funnel beside the period before, and who rises', () =>
  withBooks(async (books) => {
    const { ben } = await someHistory(books);
    const carl = await books.done('partners', { name: 'Carl', kind: 'affiliate' });
    await books.done('enrollments', { programId: books.programId, partnerId: carl['id'], state: 'pending' });
    await books.done('track/refund', { eventId: 'd1', saleEventId: 'sale c3', reason: 'dispute_opened' });
    const home = (await got(books, 'home?days=20')) as { funnel: Json; needs: Json[]; rising: Json[]; falling: Json[] };
    expect(home).toMatchObject({ waiting: expect.any(Number), currency: 'EUR', addedThrough: expect.any(String) });
    expect(home.funnel).toMatchObject({
      current: {
        sales: 1,
        refunds: 1,
        money: [{ currency: 'EUR', amount: 4000, refunded: 5000, earned: 400, reversed: 500, paid: 0 }],
      },
      before: { sales: 3, leads: 4, clicks: 0 },
    });
    expect(home.falling).toEqual([{ partnerId: ben.id, name: 'Ben', current: -1000, before: 30_000 }]);
    expect(home.rising).toEqual([]);
    expect(home.needs.map(({ kind, count }) => [kind, count])).toEqual([
      ['enrollments_waiting', 1],
      ['commissions_suspended', 1],
    ]);
    const commissions = (await books.get('commissions?status=suspended')).json() as { items: { id: string }[] };
    expect(home.needs[0]).toMatchObject({ examples: [{ label: 'Carl', within: books.programId }] });
    expect(home.needs[1]).toMatchObject({ examples: [{ id: commissions.items[0]?.id, label: 'Ben' }] });
  }, linear));

test('home says which contributions wait for a decision, and no more once they are decided or over', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const { items } = (await books.get(`enrollments?partnerId=${anna.id}`)).json() as { items: Json[] };
    const declare = (name: string, more: object = {}) =>
      books.done('contributions', { kind: 'deal', enrollmentId: items[0]?.['id'], customer: { name }, ...more });
    const first = await declare('Lake');
    await declare('Hill', { validUntil: new Date(books.now + DAY).toISOString() });
    const needs = async () => ((await got(books, 'home')) as { needs: Json[] }).needs;
    expect(await needs()).toMatchObject([
      { kind: 'contributions_waiting', count: 2, examples: [{ id: first['id'], label: 'Anna' }, { label: 'Anna' }] },
    ]);
    books.now += DAY;
    expect(await needs()).toMatchObject([{ kind: 'contributions_waiting', count: 1 }]);
    await books.done(`contributions/${String(first['id'])}/refusal`, { reason: 'Ours already' });
    expect(await needs()).toEqual([]);
  }));

test('home says which commissions wait for approval and which are held, the oldest first', () =>
  withBooks(
    async (books) => {
      const anna = await books.partner('Anna');
      await books.sale('small', anna, 10_000);
      const earned: string[] = [];
      for (const name of ['first', 'second', 'third']) {
        const sale = (await books.sale(name, anna, 20_000)) as { commissions?: { id: string }[] };
        earned.push(sale.commissions?.[0]?.id ?? '');
      }
      await books.done('commissions/reviews', { action: 'hold', commissionIds: [earned[1]], reason: 'own purchase' });
      const { needs } = (await got(books, 'home')) as { needs: Json[] };
      const ids = needs.map(({ kind, count, examples }) => [kind, count, (examples as Json[]).map(({ id }) => id)]);
      expect(ids).toEqual([
        ['commissions_in_review', 2, [earned[0], earned[2]]],
        ['commissions_held', 1, [earned[1]]],
      ]);
    },
    { review: { mode: 'above', amount: 1000 } },
  ));

test('cohorts hold the customers of a month and what they brought since', () =>
  withBooks(async (books) => {
    const { ben } = await someHistory(books);
    const { cohorts } = (await got(books, `analytics/cohorts?from=2026-01&to=2026-02&partnerId=${ben.id}`)) as {
      cohorts: Json[];
    };
    expect(cohorts).toEqual([
      {
        month: '2026-01',
        customers: 3,
        months: [
          { since: 0, sales: 3, amount: 30_000, refunded: 0, net: 30_000, commissions: 3000 },
          { since: 1, sales: 1, amount: 4000, refunded: 5000, net: -1000, commissions: -100 },
        ],
      },
    ]);
  }, linear));

test('models show who contributes and is not paid, and tracking how conversions were tied', () =>
  withBooks(async (books) => {
    const { anna, ben } = await someHistory(books);
    const models = (await got(books, `analytics/models?${PERIOD}`)) as { partners: Json[] };
    expect(models).toMatchObject({ sales: 4, withoutJourney: 0, lost: 1, truncated: false, others: false });
    expect(models.partners.find(({ partnerId }) => partnerId === anna.id)).toMatchObject({
      inForce: 0,
      first: 1,
      last: 0,
      contributesUnpaid: true,
    });
    expect(models.partners.find(({ partnerId }) => partnerId === ben.id)).toMatchObject({
      inForce: 1,
      last: 1,
      contributesUnpaid: false,
    });
    const tracking = (await got(books, `analytics/tracking?${PERIOD}`)) as { paths: Json[] };
    expect(tracking.paths.map(({ path, sales, leads }) => [path, sales, leads])).toEqual([
      ['cookie', 0, 0],
      ['click_id', 0, 0],
      ['code', 0, 4],
      ['coupon', 4, 0],
      ['none', 0, 0],
    ]);
  }, linear));
