import { createServer } from 'node:http';
import { pino } from 'pino';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { contextFor, makeSession, makeWorkspace } from '../../../test/app.ts';
import { rebuildProjections } from '../counting/index.ts';
import { DAY, withBooks, withOwnBooks, type BookPartner, type Books } from '../../../test/books.ts';

/** The day before the clock of the books begins, as the bank writes it. */
const RATES = 'Date, USD, JPY, GBP, \n26 January 2026, 1.0823, 163.45, 0.8801, \n';
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube><Cube time='2026-01-26'><Cube currency='USD' rate='1.0823'/><Cube currency='CHF' rate='0.9312'/></Cube></Cube>
</gesmes:Envelope>`;

function load(books: Books, text: string, as?: string, type = 'text/csv') {
  const key = as ?? books.workspace.keys.secretKey;
  return books.app.call('POST', '/api/v1/exchange-rates', { as: key, body: text, headers: { 'content-type': type } });
}

/** A partner to whom 108.23 USD are payable, on 26 January. */
async function owed(books: Books, name: string, amount = 108_230): Promise<BookPartner> {
  const partner = await books.partner(name);
  await books.sale(`sale of ${name}`, partner, amount, { currency: 'USD' });
  books.now += 11 * DAY;
  await books.release();
  return partner;
}

async function balances(books: Books, { id }: BookPartner): Promise<Record<string, Record<string, number>>> {
  const list = (await books.get(`partners/${id}/balance`)).json() as unknown as { currency: string }[];
  return Object.fromEntries(list.map((each) => [each.currency, each as unknown as Record<string, number>]));
}

async function sound(books: Books): Promise<void> {
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
}

it('exchanges what is payable at the published rate, and a payout in the new currency takes its commissions along', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    expect((await books.post('exchanges', { from: 'USD', to: 'EUR' })).json()).toMatchObject({
      code: 'exchange_rate_missing',
      fields: [{ path: 'from', rule: 'has_rate' }],
    });
    expect((await load(books, RATES)).json()).toMatchObject({ added: 3, firstDate: '2026-01-26', lastDate: '2026-01-26' });
    expect((await books.get('exchanges/payable')).json()).toEqual({ items: [{ currency: 'USD', partners: 1, payable: 10_823 }] });
    expect((await books.get('exchanges/preview?from=USD&to=EUR')).json()).toMatchObject({
      perEuro: { USD: '1.0823' },
      rateOn: '2026-01-26',
      toAmount: 10_000,
      items: [{ partnerId: ana.id, name: 'Ana', fromAmount: 10_823, toAmount: 10_000 }],
    });
    const { items } = (await books.done('exchanges', { from: 'USD', to: 'EUR' })) as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([{ partnerId: ana.id, from: 'USD', fromAmount: 10_823, to: 'EUR', toAmount: 10_000 }]);
    expect(await balances(books, ana)).toMatchObject({ USD: { payable: 0 }, EUR: { payable: 10_000 } });
    const why = await books.get(`facts/${String(items[0]?.['factId'])}/why`, undefined, { 'accept-language': 'fr' });
    expect(why.text).toContain('1 EUR = 1,0823 USD');
    await sound(books);

    expect((await books.post('payouts', { partnerId: ana.id, currency: 'USD' })).json()).toMatchObject({
      code: 'nothing_payable',
    });
    const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
    expect(payout).toMatchObject({ amount: 10_000 });
    await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
    const [commission] = (await books.get('commissions')).json()['items'] as { status: string; currency: string }[];
    expect(commission).toMatchObject({ status: 'paid', currency: 'USD' });
    expect((await books.post('exchanges', { from: 'USD', to: 'EUR' })).json()).toMatchObject({ code: 'nothing_payable' });
    await sound(books);
  }));

it('a refund after the exchange is a debt in the first currency, and exchanged like a claim', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    await load(books, RATES);
    await books.done('exchanges', { from: 'USD', to: 'EUR', partnerIds: [ana.id] });
    await books.refund('r', 'sale of Ana', { amount: 54_115 });
    expect(await balances(books, ana)).toMatchObject({ USD: { payable: -5412 }, EUR: { payable: 10_000 } });
    await sound(books);
    await books.done('exchanges', { from: 'USD', to: 'EUR' });
    expect(await balances(books, ana)).toMatchObject({ USD: { payable: 0 }, EUR: { payable: 5000 } });
    await sound(books);
  }));

it('what is disputed after the exchange waits in its own currency again', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    await load(books, RATES);
    await books.done('exchanges', { from: 'USD', to: 'GBP' });
    expect(await balances(books, ana)).toMatchObject({ GBP: { payable: 8801 } });
    await books.refund('d1', 'sale of Ana', { reason: 'dispute_opened' });
    await sound(books);
    await books.refund('d2', 'sale of Ana', { reason: 'dispute_won' });
    await sound(books);
    // Sold again after an exchange there and back.
    await books.release();
    await books.done('exchanges', { from: 'GBP', to: 'USD' });
    await books.done('payouts', { partnerId: ana.id, currency: 'USD' });
    await sound(books);
    expect((await books.get('exchanges')).json()['items']).toHaveLength(2);
  }));

it('a rate that is known never changes; a broken, foreign or future file changes nothing', () =>
  withBooks(async (books) => {
    books.now += 12 * DAY;
    expect((await load(books, RATES)).status).toBe(201);
    expect((await load(books, RATES)).json()).toMatchObject({ added: 0 });
    expect((await load(books, XML, undefined, 'application/xml')).json()).toMatchObject({ added: 1 });
    const other = RATES.replace('0.8801', '0.8802').replace('JPY', 'SEK');
    expect((await load(books, other)).json()).toMatchObject({
      code: 'exchange_rate_differs',
      fields: [{ path: '2026-01-26.GBP', rule: 'as_published' }],
    });
    const broken = [
      RATES.slice(0, 60),
      XML.slice(0, -20),
      XML.replace('<gesmes:subject>', '<!DOCTYPE x><gesmes:subject>'),
      XML.replace('0.9312', 'much'),
      RATES.replace('2026', '2027'),
      '',
    ];
    for (const text of broken) {
      const answer = await load(books, text, undefined, text.startsWith('<') ? 'application/xml' : 'text/csv');
      expect(answer.json()).toMatchObject({ code: expect.stringMatching(/^(exchange_rates_unreadable|invalid_request)$/) });
    }
    const { date, items } = (await books.get('exchange-rates')).json() as { date: string; items: { currency: string }[] };
    expect([date, ...items.map(({ currency }) => currency)]).toEqual(['2026-01-26', 'CHF', 'GBP', 'JPY', 'USD']);
    await owed(books, 'Ana');
    // More than a week later nobody knows the rate any more.
    expect((await books.post('exchanges', { from: 'USD', to: 'EUR' })).json()).toMatchObject({ code: 'exchange_rate_missing' });
    const wrong = [
      { from: 'USD', to: 'USD' },
      { from: 'USD' },
      { from: 'usd', to: 'EUR' },
      { from: 'USD', to: 'EUR', partnerIds: [] },
    ];
    for (const body of wrong) expect((await books.post('exchanges', body)).json()).toMatchObject({ code: 'invalid_request' });
  }));

it('is for owners and finance; a partner sees its own exchanges; another company nothing', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    const ben = await owed(books, 'Ben');
    await load(books, RATES.replace('26 January', '6 February'));
    await books.done('exchanges', { from: 'USD', to: 'EUR' });
    const sessionOf = (role: 'manager' | 'viewer') => makeSession(books.app, books.db, books.workspace.id, role);
    for (const as of [await sessionOf('manager'), await sessionOf('viewer')]) {
      expect((await load(books, RATES, as)).status).toBe(403);
      expect((await books.post('exchanges', { from: 'USD', to: 'EUR' }, as)).status).toBe(403);
      expect((await books.get('exchange-rates', as)).status).toBe(200);
    }
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const seen = (await books.get('exchanges', own)).json()['items'] as { partnerId: string }[];
    expect(seen.map(({ partnerId }) => partnerId)).toEqual([ana.id]);
    expect((await books.get(`exchanges?partnerId=${ben.id}`, own)).status).toBe(403);
    expect((await books.get('exchanges/preview?from=USD&to=EUR', own)).status).toBe(403);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get('exchange-rates', stranger)).json()).toEqual({ date: null, items: [] });
    expect((await books.post('exchanges', { from: 'USD', to: 'EUR', partnerIds: [ana.id] }, stranger)).json()).toMatchObject({
      code: 'unknown_reference',
    });
  }));

it('one of many who ask at once exchanges, and the books are rebuilt to the same', () =>
  withBooks(async (books) => {
    const ana = await owed(books, 'Ana');
    await load(books, RATES);
    const answers = await Promise.all(Array.from({ length: 8 }, () => books.post('exchanges', { from: 'USD', to: 'EUR' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await balances(books, ana)).toMatchObject({ EUR: { payable: 10_000 } });
    await books.owner.query('update commission set settled_in = null where workspace_id = $1', [books.workspace.id]);
    expect((await books.verify()).differences).toMatchObject([{ check: 'state of commission 0' }]);
    await rebuildProjections(contextFor(books.db, books.workspace.id));
    await sound(books);
  }));

it('fetches the day from the bank when somebody asks, and says so when it is away', async () => {
  const server = createServer((_, response) => void response.writeHead(status, { 'content-type': 'text/xml' }).end(XML));
  let status = 200;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  try {
    await withOwnBooks(
      async (books) => {
        books.now += 12 * DAY;
        expect((await books.post('exchange-rates/fetch', undefined)).json()).toMatchObject({ added: 2 });
        expect((await books.get('exchange-rules')).json()).toEqual({ fetch: false });
        const put = await books.app.call('PUT', '/api/v1/exchange-rules', {
          as: books.workspace.keys.secretKey,
          body: { fetch: true },
        });
        expect(put.json()).toEqual({ fetch: true });
        const run = { attempt: 1, signal: new AbortController().signal, log: pino({ level: 'silent' }) };
        await books.app.calls['exchange.fetch-rates']?.perform({}, run);
        status = 503;
        expect((await books.post('exchange-rates/fetch', undefined)).json()).toMatchObject({ code: 'exchange_rates_away' });
      },
      {},
      {},
      { outboundHosts: [host], ratesUrl: `http://${host}/daily.xml` },
    );
  } finally {
    server.close();
  }
});
