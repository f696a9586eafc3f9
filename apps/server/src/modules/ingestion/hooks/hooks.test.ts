import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, openBooks, START, type BookPartner, type Books } from '../../../../test/books.ts';
import { contextFor, makeWorkspace } from '../../../../test/app.ts';
import { freshDatabase } from '../../../../test/database.ts';
import { simplePlan } from '../../../../test/terms.ts';
import { verifyWorkspace } from '../../counting/index.ts';
import {
  asSent,
  checkoutSession,
  dispute,
  invoicePayment,
  newCharge,
  newInvoice,
  refund,
  stripeEvent,
} from '../stripe/sample-events.ts';
import type { HookEvent } from '../translation/translation.ts';
import { releaseDueEvents } from './read-again.ts';

const secret = 'whsec_c29tZSBzZWNyZXQgb2Ygb3Vycw==';

let books: Books;
let partner: BookPartner;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (database) => {
    books = await openBooks(database, simplePlan, {});
    partner = await books.partner('anna');
    // What the events tell happened after the program began and before now.
    books.now = Date.UTC(2026, 5, 10);
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

async function connect(kind: string, settings: object = {}): Promise<{ id: string; path: string }> {
  const made = await books.done('connections', { kind, name: kind, secret, settings });
  return { id: String(made['id']), path: String(made['hookPath']) };
}

/** Sends a text, signed as each kind of system signs. */
async function send(path: string, body: string, headers: Record<string, string>) {
  return books.app.call('POST', path, { body, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });
}

function sendStripe(path: string, event: object, timestamp = Math.floor(books.now / 1000)) {
  const payload = JSON.stringify(event);
  return send(path, payload, { 'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) });
}

function hmac(body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

async function events(connection: string, query = ''): Promise<Record<string, unknown>[]> {
  const answer = await books.get(`connections/${connection}/events${query}`);
  return answer.json()['items'] as Record<string, unknown>[];
}

async function pending(): Promise<number> {
  await books.app.runner.catchUp(books.workspace.id);
  return (await books.balance(partner)).pending;
}

/** The sample events under ids of their own, with the partner's coupon, so that each round is a new payment. */
function renamed(round: string, list: readonly HookEvent[]): object[] {
  const text = JSON.stringify(list.map(asSent)).replace(/"(evt|in|pi|ch|re|dp|cs|sub|cus|inpay|user)([_-])/g, `"$1$2${round}`);
  return (JSON.parse(text) as object[]).map((event) =>
    JSON.parse(JSON.stringify(event).replace('"cordee_code":"Anna"', `"cordee_coupon":"${partner.coupon}"`)),
  );
}

const at = Math.floor((START + DAY) / 1000);
const story: HookEvent[] = [
  stripeEvent('evt_1', 'checkout.session.completed', checkoutSession({ created: at }), at),
  stripeEvent('evt_2', 'invoice.paid', newInvoice({ created: at, status_transitions: { paid_at: at + 5 } }), at + 5),
  stripeEvent('evt_3', 'invoice_payment.paid', invoicePayment(), at + 6),
  stripeEvent('evt_4', 'charge.refunded', newCharge({ amount_refunded: 3000 }), at + 100),
  stripeEvent('evt_5', 'refund.created', refund('re_1', 3000), at + 100),
  stripeEvent('evt_6', 'charge.refunded', newCharge({ amount_refunded: 6000 }), at + 200),
  stripeEvent('evt_10', 'refund.created', refund('re_9', 2000), at + 210),
  stripeEvent('evt_12', 'charge.refunded', newCharge({ amount_refunded: 8000 }), at + 211),
  stripeEvent('evt_11', 'refund.failed', refund('re_9', 2000, { status: 'failed' }), at + 220),
  stripeEvent('evt_7', 'charge.dispute.created', dispute('needs_response', { created: at + 300 }), at + 300),
  stripeEvent('evt_8', 'charge.dispute.closed', dispute('won', { created: at + 300 }), at + 400),
];

describe('Stripe', () => {
  test('any order, any number of deliveries, earns the same', async () => {
    const { path } = await connect('stripe');
    let round = 0;
    const order = fc
      .shuffledSubarray(story, { minLength: story.length })
      .chain((list) =>
        fc.tuple(...list.map((event) => fc.integer({ min: 1, max: 5 }).map((times) => Array<HookEvent>(times).fill(event)))),
      );
    const shuffled = order.chain((copies) => fc.shuffledSubarray(copies.flat(), { minLength: copies.flat().length }));
    await fc.assert(
      fc.asyncProperty(shuffled, async (deliveries) => {
        round += 1;
        const before = await pending();
        for (const event of renamed(`r${round}x`, deliveries)) {
          const answer = await sendStripe(path, event);
          expect(answer.status, answer.text).toBe(200);
        }
        // A tenth of 100.00 net, half of it refunded.
        expect((await pending()) - before).toBe(500);
      }),
      { numRuns: 12 },
    );
    const verified = await verifyWorkspace(contextFor(books.db, books.workspace.id));
    expect(verified.differences).toEqual([]);
  });

  test('deliveries at the same moment count once', async () => {
    const { path } = await connect('stripe');
    const before = await pending();
    const list = renamed('same', story.slice(0, 3));
    const answers = await Promise.all([...list, ...list, ...list, ...list].map((event) => sendStripe(path, event)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await pending()) - before).toBe(1000);
  });

  test('an invoice whose checkout never comes goes on after a while', async () => {
    const { id, path } = await connect('stripe', { checkoutWaitSeconds: 60 });
    const [, paid] = renamed('alone', story);
    expect((await sendStripe(path, paid ?? {})).json()).toEqual({ received: true, facts: 0, state: 'waiting' });
    await releaseDueEvents(books.app.ingestion);
    expect((await events(id))[0]).toMatchObject({ state: 'waiting', replayable: true });
    books.now += 61_000;
    await releaseDueEvents(books.app.ingestion);
    expect((await events(id))[0]).toMatchObject({ state: 'done', facts: 1, replayable: false });
  });

  test('what is not signed, or not now, is refused and not kept', async () => {
    const { id, path } = await connect('stripe');
    const payload = JSON.stringify({ id: 'evt_x' });
    const unsigned = await send(path, payload, {});
    expect([unsigned.status, unsigned.json()['code']]).toEqual([400, 'signature_invalid']);
    const old = await sendStripe(path, { id: 'evt_x' }, Math.floor(books.now / 1000) - 400);
    expect(old.json()['code']).toBe('timestamp_out_of_range');
    const future = await sendStripe(path, { id: 'evt_x' }, Math.floor(books.now / 1000) + 400);
    expect(future.json()['code']).toBe('timestamp_out_of_range');
    const french = await books.app.call('POST', path, {
      body: payload,
      headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
    });
    expect(french.json()['title']).toBe('La signature ne correspond pas au contenu.');
    expect(await events(id)).toEqual([]);
  });

  test('an event that cannot be understood is kept with the reason, in both languages, and read again when asked', async () => {
    const { id, path } = await connect('stripe');
    const event = {
      id: 'evt_odd',
      type: 'invoice.paid',
      created: at,
      data: { object: newInvoice({ id: 'in_odd', currency: 'zzz' }) },
    };
    expect((await sendStripe(path, event)).json()).toEqual({ received: true, facts: 0, state: 'failed' });
    expect((await events(id, '?state=failed'))[0]).toMatchObject({
      id: 'evt_odd',
      reasonCode: 'malformed_event',
      reason: '/currency : Unknown currency ZZZ.',
    });
    const french = await books.get(`connections/${id}/events`, books.key, { 'accept-language': 'fr' });
    expect(french.text).toContain('Devise inconnue ZZZ.');
    const again = await books.post(`connections/${id}/events/evt_odd/replay`, undefined);
    expect([again.status, again.json()['state']]).toEqual([200, 'failed']);
    expect(
      (await sendStripe(path, { id: 'evt_price', type: 'price.created', created: at, data: { object: {} } })).json(),
    ).toMatchObject({ state: 'ignored' });
    const understood = await books.post(`connections/${id}/events/evt_price/replay`, undefined);
    expect([understood.status, understood.json()['code']]).toEqual([409, 'conflict']);
    expect((await books.post(`connections/${id}/events/evt_nowhere/replay`, undefined)).status).toBe(404);
  });
});

describe('shops', () => {
  const order = {
    id: 9001,
    currency: 'EUR',
    financial_status: 'paid',
    created_at: '2026-06-01T10:00:00Z',
    total_price: '120.00',
    taxes_included: false,
    customer: { id: 1 },
    line_items: [{ id: 1, quantity: 1, price: '100.00', tax_lines: [{ price: '20.00' }] }],
  };

  test('Shopify orders and refunds count once, in either order', async () => {
    const { path } = await connect('shopify');
    const before = await pending();
    const paid = JSON.stringify({ ...order, discount_codes: [{ code: partner.coupon }] });
    const refunded = JSON.stringify({
      id: 1,
      order_id: 9001,
      refund_line_items: [{ line_item_id: 1, subtotal: '40.00' }],
      transactions: [],
    });
    const tell = (topic: string, body: string, id: string) =>
      send(path, body, { 'x-shopify-topic': topic, 'x-shopify-hmac-sha256': hmac(body), 'x-shopify-webhook-id': id });
    expect((await tell('refunds/create', refunded, 'a')).json()).toMatchObject({ state: 'waiting' });
    expect((await tell('orders/paid', paid, 'b')).json()).toEqual({ received: true, facts: 2, state: 'done' });
    expect((await tell('orders/paid', paid, 'b')).json()).toMatchObject({ facts: 0 });
    expect((await tell('orders/create', paid, 'c')).json()).toMatchObject({ facts: 0, state: 'ignored' });
    expect((await pending()) - before).toBe(600);
    const wrong = await send(path, paid, { 'x-shopify-topic': 'orders/paid', 'x-shopify-hmac-sha256': hmac(`${paid} `) });
    expect(wrong.json()['code']).toBe('signature_invalid');
  });

  test('WooCommerce is answered its ping, and orders bring their refunds', async () => {
    const { path } = await connect('woocommerce');
    const ping = await books.app.call('POST', path, {
      body: 'webhook_id=7',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([ping.status, ping.json()]).toEqual([200, { received: true, facts: 0, state: 'ignored' }]);
    const before = await pending();
    const body = JSON.stringify({
      id: 77,
      status: 'completed',
      currency: 'EUR',
      date_paid_gmt: '2026-06-01T10:00:00',
      total: '60.00',
      customer_id: 5,
      line_items: [{ id: 1, quantity: 1, total: '50.00' }],
      coupon_lines: [{ code: partner.coupon }],
      refunds: [{ id: 3, total: '-30.00' }],
    });
    const headers = {
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': hmac(body),
      'x-wc-webhook-delivery-id': 'd1',
    };
    expect((await send(path, body, headers)).json()).toEqual({ received: true, facts: 2, state: 'done' });
    expect((await send(path, body, { ...headers, 'x-wc-webhook-delivery-id': 'd2' })).json()).toEqual({
      received: true,
      facts: 0,
      state: 'done',
    });
    expect((await pending()) - before).toBe(250);
  });
});

describe('any other system', () => {
  async function tell(path: string, id: string, event: unknown, accept = 'en') {
    const body = JSON.stringify(event);
    const moment = new Date(books.now);
    return send(path, body, {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(moment.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, moment, body),
      'accept-language': accept,
    });
  }

  test('says what the tracking API takes, and shares its event ids', async () => {
    const { id, path } = await connect('generic');
    const before = await pending();
    const sale = { eventId: 'order-g1', customer: { externalId: 'g1' }, currency: 'EUR', amount: 5000, coupon: partner.coupon };
    expect((await tell(path, 'msg_1', { type: 'sale', data: sale })).json()).toEqual({ received: true, facts: 1, state: 'done' });
    expect((await books.done('track/sale', sale))['duplicate']).toBe(true);
    const partly = { eventId: 'refund-g1', saleEventId: 'order-g1', amount: 2000, reason: 'refund' };
    expect((await tell(path, 'msg_2', { type: 'refund', data: partly })).json()).toMatchObject({ facts: 1 });
    expect((await pending()) - before).toBe(300);
    expect((await tell(path, 'msg_3', { type: 'sale', data: { ...sale, amount: 1 } })).json()).toMatchObject({ state: 'failed' });
    expect((await tell(path, 'msg_4', { type: 'sale', data: { ...sale, eventId: 'x', amount: -1 } })).json()).toMatchObject({
      state: 'failed',
    });
    const [negative, conflicting] = await events(id, '?state=failed');
    expect(negative).toMatchObject({ reasonCode: 'invalid_request' });
    expect(conflicting).toMatchObject({ reasonCode: 'idempotency_conflict' });
  });
});

describe('connections', () => {
  test('never show their secret, and end', async () => {
    const { id, path } = await connect('generic');
    const list = await books.get('connections?limit=2');
    expect(list.text).not.toContain(secret);
    expect((list.json()['items'] as { id: string }[])[0]?.id).toBe(id);
    const page = await books.get(`connections?limit=2&cursor=${String(list.json()['nextCursor'])}`);
    expect((page.json()['items'] as unknown[]).length).toBe(2);
    expect((await books.app.call('DELETE', `/api/v1/connections/${id}`, { as: books.key })).status).toBe(204);
    expect((await send(path, '{}', {})).status).toBe(404);
    expect((await send(path.replace('generic', 'stripe'), '{}', {})).status).toBe(404);
  });

  test('of one kind take no calls of another, and are of their workspace', async () => {
    const { id, path } = await connect('stripe');
    expect((await send(path.replace('stripe', 'generic'), '{}', {})).status).toBe(404);
    const stranger = await makeWorkspace(books.db, 'Theirs');
    expect((await books.get(`connections/${id}/events`, stranger.keys.secretKey)).status).toBe(404);
    expect((await books.app.call('DELETE', `/api/v1/connections/${id}`, { as: stranger.keys.secretKey })).status).toBe(404);
  });
});
