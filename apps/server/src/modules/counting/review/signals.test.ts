import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, openBooks, type BookPartner, type Books } from '../../../../test/books.ts';
import { freshDatabase } from '../../../../test/database.ts';
import { simplePlan } from '../../../../test/terms.ts';

interface Signal {
  readonly code: string;
  readonly text: string;
  readonly values: Record<string, unknown>;
}

let books: Books;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (database) => {
    const attribution = { ...simplePlan.attribution, selfReferral: 'allow' as const };
    books = await openBooks(database, { ...simplePlan, attribution, review: { mode: 'all' } }, {});
    ready.resolve();
    await over.promise;
    await books.app.close();
  });
  await Promise.race([ready.promise, ended]);
});

afterAll(async () => {
  finish();
  await ended;
});

/** A sale whose commission is looked at. */
async function sold(eventId: string, partner: BookPartner, amount: number, more: object = {}): Promise<string> {
  const { commissions } = (await books.sale(eventId, partner, amount, more)) as unknown as { commissions: { id: string }[] };
  return commissions[0]?.id ?? '';
}

async function signalsOf(commissionId: string, language = 'en'): Promise<Signal[]> {
  const answer = await books.get(`commissions/${commissionId}/signals`, books.key, { 'accept-language': language });
  return (answer.json() as unknown as { signals: Signal[] }).signals;
}

/** A partner that has sold before, evenly. */
async function established(name: string, sales: number): Promise<BookPartner> {
  const partner = await books.partner(name);
  for (let index = 0; index < sales; index += 1) {
    books.now += DAY;
    await sold(`${name} ${index}`, partner, 10_000);
  }
  books.now += DAY;
  return partner;
}

describe('signals, with what they are drawn from', () => {
  it('none about an ordinary sale', async () => {
    const ana = await established('Ana', 6);
    expect(await signalsOf(await sold('ordinary', ana, 10_000))).toEqual([]);
  });

  it('the first sale of a new partner', async () => {
    const first = await sold('first', await books.partner('New'), 10_000);
    expect(await signalsOf(first)).toMatchObject([{ code: 'first_sale', values: { since: expect.stringMatching(/^2026-01-/) } }]);
    const [french] = await signalsOf(first, 'fr');
    expect(french?.text).toMatch(/^Première vente d’un partenaire qui a rejoint le programme le \d+ janvier 2026\. Seuil :/);
  });

  it('the partner’s own e-mail address', async () => {
    const ben = await books.partner('Ben');
    await books.app.call('PATCH', `/api/v1/partners/${ben.id}`, { as: books.key, body: { email: 'ben@example.com' } });
    books.now += DAY;
    const customer = { externalId: 'ben himself', email: 'Ben@Example.com' };
    const own = await signalsOf(await sold('own', ben, 10_000, { customer }));
    expect(own.find(({ code }) => code === 'self_referral')?.values).toEqual({ how: 'email', conversions: 1 });
  });

  it('one browser behind several customers, or behind the partner', async () => {
    const cleo = await books.partner('Cleo');
    const visitorId = '01890a5d-ac96-774b-bcce-b302099a8057';
    const { items } = (await books.get(`enrollments?partnerId=${cleo.id}`)).json() as unknown as { items: { id: string }[] };
    await books.done('links', { enrollmentId: items[0]?.id, code: 'cleo' });
    await books.app.call('PATCH', `/api/v1/partners/${cleo.id}`, { as: books.key, body: { email: 'cleo@example.com' } });
    books.now += DAY;
    const at = new Date(books.now - 3_600_000).toISOString();
    const file = { as: books.key, headers: { 'content-type': 'text/csv' } };
    const body = `occurredAt,code,visitorId\n${at},cleo,${visitorId}\n`;
    expect((await books.app.call('POST', '/api/v1/imports?kind=clicks', { ...file, body })).status).toBe(202);
    await books.app.importer.run();
    const bought = (name: string, more: object = {}) =>
      sold(name, cleo, 10_000, { customer: { externalId: name, ...more }, visitorId, coupon: undefined });
    await bought('one');
    await bought('two');
    const third = await signalsOf(await bought('three'));
    expect(third.find(({ code }) => code === 'self_referral')?.values).toEqual({ how: 'browser_of_many', conversions: 2 });
    await bought('herself', { email: 'cleo@example.com' });
    const fifth = await signalsOf(await bought('five'));
    expect(fifth.find(({ code }) => code === 'self_referral')?.values).toEqual({ how: 'browser_of_partner', conversions: 1 });
  });

  it('refunds beyond the program’s, an amount beyond the usual, a burst', async () => {
    const dora = await established('Dora', 8);
    for (const index of [0, 1, 2, 3]) await books.refund(`refund ${index}`, `Dora ${index}`);
    const large = await signalsOf(await sold('large', dora, 60_000));
    expect(large.map(({ code }) => code)).toEqual(['refund_rate', 'unusual_amount']);
    expect(large[0]?.values).toMatchObject({
      refunded: 4,
      conversions: 8,
      programRefunded: 4,
      from: expect.stringMatching(/^2\d\.\d%$/),
    });
    expect(large[1]?.values).toMatchObject({ amount: 6000, currency: 'EUR', median: 1000, conversions: 8 });
    for (const index of [1, 2, 3]) await sold(`quick ${index}`, dora, 10_000);
    const quick = await signalsOf(await sold('quick 4', dora, 10_000));
    expect(quick.find(({ code }) => code === 'burst')?.values).toMatchObject({
      what: 'conversions',
      inHour: 5,
      hoursBefore: 720,
    });
  });

  it('a customer of several partners', async () => {
    const [eve, finn] = [await established('Eve', 1), await established('Finn', 1)];
    const customer = { externalId: 'shared' };
    await sold('by Eve', eve, 10_000, { customer });
    books.now += DAY;
    const shared = await signalsOf(await sold('by Finn', finn, 10_000, { customer }));
    expect(shared).toMatchObject([{ code: 'shared_customer', values: { partnerIds: [eve.id], conversions: 1 } }]);
  });
});

it('the queue shows them beside each commission, and finds those of one kind', async () => {
  const ids = async (query: string) => {
    const found: string[] = [];
    let cursor = '';
    do {
      const page = (await books.get(`commissions?${query}&limit=3${cursor}`)).json() as unknown as {
        items: { id: string; signals: Signal[] }[];
        nextCursor: string | null;
      };
      found.push(...page.items.map(({ id }) => id));
      for (const { id, signals } of page.items) expect(signals).toEqual(await signalsOf(id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    return found;
  };
  const all = await ids('status=in_review&signals=true');
  expect(new Set(all).size).toBe(all.length);
  const listed = new Map<string, Signal[]>();
  for (const id of all) listed.set(id, await signalsOf(id));
  const first = await ids('signal=first_sale');
  expect(first).toEqual(all.filter((id) => listed.get(id)?.some(({ code }) => code === 'first_sale')));
  expect(first.length).toBeGreaterThan(3);
});
