import { expect, it } from 'vitest';
import { makeSecretKey, makeSession, makeWorkspace } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';

async function owed(books: Books, name: string, amount = 10_000): Promise<BookPartner> {
  const partner = await books.partner(name);
  await books.sale(`sale of ${name}`, partner, amount);
  books.now += 11 * DAY;
  await books.release();
  return partner;
}

it('takes the payable balance once, however many ask at once', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => books.post('payouts', { partnerId: ana.id, currency: 'EUR' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 0, inPayout: 1000, paid: 0 });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('stays exact while sales and refunds arrive', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const events = Array.from({ length: 15 }, (_, i) => books.sale(`more ${i}`, ana, 1000 + 10 * i));
    const payouts = Array.from({ length: 5 }, () => books.post('payouts', { partnerId: ana.id, currency: 'EUR' }));
    const refunds = [1, 2, 3].map((i) => books.refund(`r${i}`, 'sale of Ana', { amount: 1000 }));
    const answers = await Promise.all(payouts);
    await Promise.all([...events, ...refunds]);
    const taken = answers
      .filter(({ status }) => status === 201)
      .reduce((sum, answer) => sum + Number(answer.json()['amount']), 0);
    const balance = await books.balance(ana);
    expect(balance.inPayout).toBe(taken);
    expect(balance.pending + balance.payable + balance.inPayout).toBe(1000 - 300 + 15 * 100 + 105);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('gives a repeated request the same answer, and another body under its key a conflict', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const headers = { 'idempotency-key': 'november' };
    const body = { partnerId: ana.id, currency: 'EUR', reference: 'Virement 11' };
    const [first, second] = await Promise.all([
      books.post('payouts', body, undefined, headers),
      books.post('payouts', body, undefined, headers),
    ]);
    expect(first.status).toBe(201);
    expect(second.json()).toEqual(first.json());
    expect((await books.post('payouts', { ...body, currency: 'USD' }, undefined, headers)).status).toBe(409);
    expect(await books.balance(ana)).toMatchObject({ inPayout: 1000 });
  }));

it('ends once: confirmed it is paid, rejected it is payable again', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const body = { partnerId: ana.id, currency: 'EUR' };
    const first = await books.done('payouts', body);
    const rejected = await books.done(`payouts/${String(first['id'])}/rejection`, { reason: 'Compte clos' });
    expect(rejected).toMatchObject({ state: 'rejected', amount: 1000, endedBy: expect.stringMatching(/^fct_/) });
    expect(await books.balance(ana)).toMatchObject({ payable: 1000, inPayout: 0 });
    expect((await books.post(`payouts/${String(first['id'])}/confirmation`, undefined)).json()).toMatchObject({
      code: 'conflict',
    });

    const second = await books.done('payouts', body);
    const ends = await Promise.all([
      books.post(`payouts/${String(second['id'])}/confirmation`, undefined),
      books.post(`payouts/${String(second['id'])}/rejection`, { reason: 'x' }),
      books.post(`payouts/${String(second['id'])}/confirmation`, undefined),
    ]);
    expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const { payable, inPayout, paid } = await books.balance(ana);
    expect({ inPayout, whole: payable + paid }).toEqual({ inPayout: 0, whole: 1000 });
    const [commission] = (await books.get('commissions')).json()['items'] as { status: string }[];
    expect(commission?.status).toBe(paid === 1000 ? 'paid' : 'payable');
    const why = await books.get(`facts/${String(second['startedBy'])}/why`);
    expect(why.text).toContain('Ana');
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('is for owners and finance; a partner reads its own; another company finds nothing', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const ben = await owed(books, 'Ben');
    const body = { partnerId: ana.id, currency: 'EUR' };
    const manager = await makeSession(books.app, books.db, books.workspace.id, 'manager');
    const finance = await makeSession(books.app, books.db, books.workspace.id, 'finance');
    const writing = await makeSecretKey(books.db, books.workspace.id, ['write']);
    for (const as of [manager, writing]) expect((await books.post('payouts', body, as)).status).toBe(403);
    const payout = (await books.post('payouts', body, finance)).json();
    await books.done('payouts', { ...body, partnerId: ben.id });

    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    expect((await books.get('payouts', partner)).json()).toMatchObject({ items: [{ partnerId: ben.id }], nextCursor: null });
    expect((await books.get(`payouts/${String(payout['id'])}`, partner)).status).toBe(404);
    expect((await books.get('payouts?limit=1')).json()).toMatchObject({ items: [{ partnerId: ben.id }] });
    expect((await books.get('payouts?state=paid')).json()).toMatchObject({ items: [] });

    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get(`payouts/${String(payout['id'])}`, stranger)).status).toBe(404);
    const crossing = await books.post('payouts', body, stranger);
    expect(crossing.json()).toMatchObject({ code: 'unknown_reference', fields: [{ path: 'partnerId' }] });
    expect((await books.post(`payouts/${String(payout['id'])}/confirmation`, undefined, stranger)).status).toBe(404);
  }));
