import { expect, it } from 'vitest';
import { makeSecretKey, makeSession, makeWorkspace } from '../../../test/app.ts';
import { DAY, withBooks, type Books } from '../../../test/books.ts';
import { createKey } from '../identity/index.ts';
import { contextFor } from '../../../test/app.ts';

type Json = Record<string, unknown>;

function list(value: unknown): Json[] {
  return value as Json[];
}

async function itemsOf(books: Books, path: string, as?: string): Promise<Json[]> {
  const answer = await books.get(path, as);
  expect(answer.status, answer.text).toBe(200);
  return list(answer.json()['items']);
}

it('answers a sale with what it earned, and explains it in both languages', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const sale = await books.sale('o1', ana, 12_345);
    expect(sale).toMatchObject({
      duplicate: false,
      counted: true,
      attribution: { model: 'last', credits: [{ partnerId: ana.id, share: '1/1', via: 'coupon' }], rejected: [] },
      commissions: [
        {
          partnerId: ana.id,
          amount: 1235,
          base: 12_345,
          clause: '1',
          planVersion: 1,
          status: 'pending',
          payableOn: '2026-01-25',
        },
      ],
      reversals: [],
    });
    const english = await books.get(`facts/${String(sale['factId'])}/why`, undefined, { 'accept-language': 'en' });
    const french = await books.get(`facts/${String(sale['factId'])}/why`, undefined, { 'accept-language': 'fr-FR' });
    const told = (answer: { json(): Json }) => (answer.json()['text'] as string[]).join('\n');
    expect(told(english)).toContain('€123.45');
    expect(told(english)).toContain('Ana');
    expect(told(english)).toContain('10%');
    expect(told(french)).toContain('12,35 €');
    expect(told(french)).toContain('Amis de la maison');
    expect(told(french)).not.toEqual(told(english));
    expect(french.json()['explanation']).toEqual(english.json()['explanation']);
  }));

it('says why nothing was paid', () =>
  withBooks(async (books) => {
    const sale = await books.done('track/sale', {
      eventId: 'o1',
      customer: { externalId: 'c' },
      currency: 'EUR',
      amount: 100,
      coupon: 'NOBODY',
    });
    expect(sale).toMatchObject({ commissions: [], unpaid: { reason: 'no_touchpoint' } });
    const french = await books.post(
      'track/sale',
      { eventId: 'o1', customer: { externalId: 'c' }, currency: 'EUR', amount: 100, coupon: 'NOBODY' },
      undefined,
      { 'accept-language': 'fr' },
    );
    expect(french.json()).toMatchObject({ duplicate: true, unpaid: { text: expect.stringContaining('Aucun point de contact') } });
    expect(await itemsOf(books, 'facts?unpaid=true')).toHaveLength(1);
    expect(await itemsOf(books, 'facts?unpaid=false')).toHaveLength(0);
    const why = await books.get(`facts/${String(sale['factId'])}/why`);
    expect((why.json()['text'] as string[]).join(' ')).toContain('No touchpoint');
  }));

it('tells a repetition the same, whatever became of it, and refuses another content', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const first = await books.sale('o1', ana, 10_000);
    await books.refund('r1', 'o1', { amount: 4000 });
    books.now += 11 * DAY;
    await books.release();
    const again = await books.sale('o1', ana, 10_000);
    expect(again).toEqual({ ...first, duplicate: true });
    const other = await books.post('track/sale', {
      eventId: 'o1',
      customer: { externalId: 'customer of o1' },
      currency: 'EUR',
      amount: 9999,
      coupon: ana.coupon,
    });
    expect(other).toMatchObject({ status: 409 });
    const now = await books.get(`commissions/${String(list(first['commissions'])[0]?.['id'])}`);
    expect(now.json()).toMatchObject({ status: 'payable', reversed: 400 });
  }));

it('shows what later facts took back of a commission', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const sale = await books.sale('o1', ana, 10_000);
    const refund = await books.refund('r1', 'o1', { amount: 2500 });
    const [commission] = list(sale['commissions']);
    expect(refund).toMatchObject({ reversals: [{ commissionId: commission?.['id'], amount: 250, from: 'pending' }] });
    for (const path of [`facts/${String(sale['factId'])}/why`, `commissions/${String(commission?.['id'])}/why`]) {
      const why = await books.get(path);
      expect((why.json()['text'] as string[]).join(' ')).toContain('€2.50');
    }
    const detail = await books.get(`facts/${String(refund['factId'])}`);
    expect(detail.json()).toMatchObject({ kind: 'refund', targetId: sale['factId'], reversals: [{ amount: 250 }] });
  }));

it('takes a refund that comes before its sale, in the same batch or long before', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.refund('r1', 'o1', { amount: 4000 });
    await books.sale('o1', ana, 10_000);
    expect(await books.balance(ana)).toMatchObject({ pending: 600 });
    // Sent together, both are in one batch, in this order.
    await Promise.all([books.refund('r2', 'o2', { amount: 5000 }), books.sale('o2', ana, 10_000)]);
    expect(await books.balance(ana)).toMatchObject({ pending: 1100 });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('refuses to refund more than is left, counted or not', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    const results = await Promise.all(
      ['a', 'b', 'c'].map((id) => books.post('track/refund', { eventId: id, saleEventId: 'o1', amount: 6000, reason: 'refund' })),
    );
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    const refused = results.find(({ status }) => status === 422);
    expect(refused?.json()).toMatchObject({ code: 'refund_exceeds_line', fields: [{ path: 'amount', example: 4000 }] });
    expect(await books.balance(ana)).toMatchObject({ pending: 400 });
  }));

it('lists facts and commissions in pages, narrowed as asked', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const ben = await books.partner('Ben');
    for (let i = 1; i <= 5; i += 1) {
      books.now += DAY;
      await books.sale(`o${i}`, i % 2 === 0 ? ben : ana, 1000 * i);
    }
    const first = (await books.get('facts?limit=2')).json();
    expect(list(first['items']).map((fact) => fact['eventId'])).toEqual(['o5', 'o4']);
    const second = await itemsOf(books, `facts?limit=2&cursor=${String(first['nextCursor'])}`);
    expect(second.map((fact) => fact['eventId'])).toEqual(['o3', 'o2']);
    expect(await itemsOf(books, `facts?partnerId=${ben.id}`)).toHaveLength(2);
    expect(await itemsOf(books, 'facts?customerExternalId=customer%20of%20o3')).toMatchObject([{ eventId: 'o3' }]);
    expect(await itemsOf(books, 'facts?kind=refund')).toEqual([]);
    const from = new Date(books.now - DAY - DAY / 2).toISOString();
    expect(await itemsOf(books, `facts?from=${from}`)).toHaveLength(2);

    const commissions = (await books.get('commissions?limit=3')).json();
    expect(list(commissions['items']).map((commission) => commission['amount'])).toEqual([500, 400, 300]);
    const rest = await itemsOf(books, `commissions?limit=3&cursor=${String(commissions['nextCursor'])}`);
    expect(rest.map((commission) => commission['amount'])).toEqual([200, 100]);
    expect(await itemsOf(books, `commissions?partnerId=${ana.id}&status=pending`)).toHaveLength(3);
    expect(await itemsOf(books, `commissions?programId=${books.programId}&to=${from}`)).toHaveLength(3);
    expect((await books.get('facts?cursor=bm9uc2Vuc2U')).status).toBe(422);
  }));

it('shows a partner its own part only, without the customers that its program masks', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const ben = await books.partner('Ben');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const mine = await books.sale('o1', ana, 10_000, {
      customer: { externalId: 'jane@secret.example', email: 'jane@secret.example', name: 'Jane Secret' },
      metadata: { note: 'for jane@secret.example' },
    });
    const theirs = await books.sale('o2', ben, 10_000);
    await books.refund('r1', 'o1', { amount: 1000 });
    await books.refund('r2', 'o2', { amount: 1000 });

    const facts = await itemsOf(books, 'facts', session);
    expect(facts.map((fact) => fact['eventId'])).toEqual(['r1', 'o1']);
    expect(await itemsOf(books, 'commissions', session)).toMatchObject([{ partnerId: ana.id }]);
    for (const path of [`facts/${String(mine['factId'])}`, `facts/${String(mine['factId'])}/why`, 'facts']) {
      const answer = await books.get(path, session);
      expect(answer.status, answer.text).toBe(200);
      expect(answer.text).not.toMatch(/jane|secret/i);
      expect(answer.text).not.toContain('Ben');
    }
    const [other] = list(theirs['commissions']);
    const hidden = [
      `facts/${String(theirs['factId'])}`,
      `facts/${String(theirs['factId'])}/why`,
      `commissions/${String(other?.['id'])}`,
      `commissions/${String(other?.['id'])}/why`,
      `partners/${ben.id}/balance`,
      `partners/${ben.id}/statement?from=2026-01-01&to=2026-02-01`,
    ];
    for (const path of hidden) expect((await books.get(path, session)).status, path).toBe(404);
    expect((await books.get(`facts?partnerId=${ben.id}`, session)).status).toBe(403);
    expect((await books.get('facts?customerExternalId=jane%40secret.example', session)).status).toBe(403);
    expect((await books.get(`partners/${ana.id}/balance`, session)).json()).toMatchObject([{ pending: 900 }]);
  }));

it('shows a partner the customers where the program does not mask them', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
      await books.sale('o1', ana, 10_000, { customer: { externalId: 'jane' } });
      expect(await itemsOf(books, 'facts', session)).toMatchObject([{ customerExternalId: 'jane' }]);
    },
    {},
    { maskCustomers: false },
  ));

it('tells a partner of a shared sale its own share, and no word of the other', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const ben = await books.partner('Ben');
      await books.sale('o1', ben, 1000, { customer: { externalId: 'c' } });
      const shared = await books.sale('o2', ana, 10_000, { customer: { externalId: 'c' } });
      expect(list(shared['commissions']).map((commission) => commission['amount'])).toEqual([500, 500]);
      const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
      const why = await books.get(`facts/${String(shared['factId'])}/why`, session);
      expect(why.text).not.toContain('Ben');
      expect(why.text).not.toContain(ben.id);
      expect(why.text).not.toContain(ben.uuid);
      const detail = await books.get(`facts/${String(shared['factId'])}`, session);
      expect(list(detail.json()['commissions'])).toMatchObject([{ partnerId: ana.id, amount: 500 }]);
      expect(detail.text).not.toContain(ben.id);
    },
    { attribution: { model: { kind: 'linear' }, windowDays: 30, coupon: 'touch', lifetime: 'none', selfReferral: 'reject' } },
  ));

it('keeps one company from what another has, and a visitor from what partners earn', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const sale = await books.sale('o1', ana, 10_000);
    const stranger = await makeWorkspace(books.db, 'Other');
    const theirs = stranger.keys.secretKey;
    expect((await books.get(`facts/${String(sale['factId'])}`, theirs)).status).toBe(404);
    expect(await itemsOf(books, 'facts', theirs)).toEqual([]);
    expect((await books.get('ledger/trial-balance', theirs)).json()).toEqual([]);

    const origin = 'https://shop.example';
    const { secret } = await createKey(contextFor(books.db, books.workspace.id), {
      publishable: true,
      name: 'Pages',
      origins: [origin],
    });
    const body = { eventId: 'o2', customer: { externalId: 'c' }, currency: 'EUR', amount: 1000, coupon: ana.coupon };
    const answer = await books.post('track/sale', body, secret ?? '', { origin });
    expect(answer.json()).toMatchObject({ counted: true, commissions: [], attribution: { credits: [] } });
    expect(await books.balance(ana)).toMatchObject({ pending: 1100 });
    const readOnly = await makeSecretKey(books.db, books.workspace.id, ['read']);
    expect((await books.post('track/sale', body, readOnly)).status).toBe(403);
  }));

it('counts twenty sales at once on one partner and one customer, each once', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const one = { customer: { externalId: 'the same' } };
      const sales = await Promise.all(
        Array.from({ length: 20 }, (_, i) => [
          books.sale(`o${i}`, ana, 10_000, one),
          books.sale(`o${i}`, ana, 10_000, one),
        ]).flat(),
      );
      expect(sales.filter((sale) => sale['duplicate'] === false)).toHaveLength(20);
      expect(sales.every((sale) => sale['counted'] === true)).toBe(true);
      // A tenth of each, but no more than 150.00 for one customer.
      expect(await books.balance(ana)).toMatchObject({ pending: 15_000 });
      expect(await books.verify()).toMatchObject({ facts: 20, differences: [], ledgerBalanced: true });
    },
    { caps: [{ scope: 'customer', period: 'ever', amount: 15_000 }] },
  ));

it('counts a lead found good long after its lead', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const ben = await books.partner('Ben');
      const customer = { externalId: 'c' };
      await books.done('track/lead', { eventId: 'l1', customer, coupon: ana.coupon });
      await books.sale('o1', ben, 1000, { customer });
      await books.release();
      // A payout is counted apart, so that nothing of the lead is in memory any more.
      await books.post('payouts', { partnerId: ben.id, currency: 'EUR' });
      const qualified = await books.done('track/qualified-lead', { eventId: 'q1', leadEventId: 'l1' });
      expect(qualified).toMatchObject({ counted: true, commissions: [{ partnerId: ana.id, amount: 700, clause: '2' }] });
      const why = await books.get(`facts/${String(qualified['factId'])}/why`);
      expect((why.json()['text'] as string[]).join(' ')).toContain('Ana');
      expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
    },
    {
      holdDays: 0,
      rules: [
        { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
        { id: 'good', on: 'qualified_lead', reward: { kind: 'fixed', amount: 700 } },
      ],
    },
  ));

it('gives commissions as CSV: all of them for the company, its own for a partner, no cell a spreadsheet would run', () =>
  withBooks(async (books) => {
    const [evil, ben] = [await books.partner('Eve'), await books.partner('Ben')];
    const named = { as: books.key, body: { name: '=HYPERLINK("http://x")' } };
    expect((await books.app.call('PATCH', `/api/v1/partners/${evil.id}`, named)).status).toBe(200);
    await books.sale('o1', evil, 12_345);
    await books.sale('o2', ben, 20_000);
    const english = await books.get('commissions', books.key, { accept: 'text/csv', 'accept-language': 'en' });
    expect(english.headers['content-type']).toContain('text/csv');
    const lines = english.text.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('partner name,state,currency,amount');
    expect(lines[1]).toContain(`${ben.id},Ben,in its hold,EUR,20.00`);
    expect(lines[2]).toContain(`${evil.id},"'=HYPERLINK(""http://x"")",in its hold,EUR,12.35`);

    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    const french = await books.get('commissions?format=csv&status=pending', own, { 'accept-language': 'fr' });
    const [head, only, ...others] = french.text.replace('\uFEFF', '').trim().split('\r\n');
    expect(others).toEqual([]);
    expect(head).not.toContain('partenaire');
    expect(only).toContain('en carence;EUR;20,00;0,00;200,00');
    expect((await books.get(`commissions?format=csv&partnerId=${evil.id}`, own)).status).toBe(403);
  }));

it('leaves a kind out of a list of facts', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    books.now += 11 * DAY;
    await books.release();
    const kinds = async (query: string) => (await itemsOf(books, `facts?partnerId=${ana.id}${query}`)).map(({ kind }) => kind);
    expect(await kinds('')).toEqual(['maturity', 'sale']);
    expect(await kinds('&except=maturity')).toEqual(['sale']);
  }));
