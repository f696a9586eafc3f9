import { expect, test } from 'vitest';
import type { JsonObject } from '../translation/json.ts';
import { rehearse } from '../translation/rehearsal.ts';
import { shopifyTranslator } from './translate.ts';

function money(amount: string) {
  return { shop_money: { amount, currency_code: 'EUR' }, presentment_money: { amount: '999.00', currency_code: 'USD' } };
}

function order(over: JsonObject = {}): JsonObject {
  return {
    id: 5001,
    email: 'Ada@Example.org',
    currency: 'EUR',
    financial_status: 'paid',
    taxes_included: true,
    created_at: '2026-06-01T10:00:00+02:00',
    processed_at: '2026-06-01T10:00:00+02:00',
    total_price: '118.00',
    total_price_set: money('118.00'),
    landing_site: '/products/x?utm=1&via=Anna',
    note_attributes: [{ name: 'cordee_click', value: 'clk_01h455vb4pex5vsknk084sn02q' }],
    discount_codes: [{ code: 'LUMIERE10', amount: '12.00', type: 'percentage' }],
    customer: { id: 77, first_name: 'Ada', last_name: 'L', email: 'ada@example.org' },
    billing_address: { country_code: 'FR' },
    line_items: [
      {
        id: 1,
        product_id: 11,
        quantity: 2,
        price: '40.00',
        price_set: money('40.00'),
        discount_allocations: [{ amount: '8.00', amount_set: money('8.00') }],
        tax_lines: [{ price: '12.00', price_set: money('12.00') }],
      },
      {
        id: 2,
        product_id: 12,
        quantity: 1,
        price: '40.00',
        price_set: money('40.00'),
        discount_allocations: [{ amount_set: money('4.00') }],
        tax_lines: [{ price_set: money('6.00') }],
      },
    ],
    shipping_lines: [{ price: '10.00', price_set: money('10.00'), tax_lines: [] }],
    refunds: [],
    ...over,
  };
}

function event(id: string, type: string, payload: JsonObject) {
  return { id, type, at: Date.parse('2026-06-02T00:00:00Z'), payload };
}

function play(events: readonly ReturnType<typeof event>[], settings = {}) {
  return rehearse(shopifyTranslator, events, settings);
}

const byLine = {
  id: 900,
  order_id: 5001,
  created_at: '2026-06-03T10:00:00Z',
  refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: 36, subtotal_set: money('36.00'), total_tax_set: money('6.00') }],
  transactions: [{ kind: 'refund', status: 'success', amount: '36.00' }],
};

test('a paid order is a sale in shop money, net of discounts and of the tax inside its prices', () => {
  const { drafts } = play([event('a', 'orders/paid', order()), event('b', 'orders/create', order())]);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    kind: 'sale',
    externalId: '5001',
    currency: 'EUR',
    amount: 9000n,
    occurredAt: Date.parse('2026-06-01T08:00:00Z'),
    clickId: '01890a5d-ac96-774b-bcce-b302099a8057',
    customer: { externalId: '77', email: 'Ada@Example.org', name: 'Ada L', country: 'FR' },
    body: {
      coupon: 'lumiere10',
      code: 'anna',
      lines: [
        { id: '1', productId: '11', quantity: 2, net: 6000 },
        { id: '2', net: 3000 },
      ],
    },
  });
});

test('an order that is not paid, or of nothing, is no sale', () => {
  expect(play([event('a', 'orders/create', order({ financial_status: 'pending' }))]).outcomes.get('a')?.reason).toBe('not_paid');
  const free = order({ line_items: [], total_price_set: money('0.00') });
  expect(play([event('a', 'orders/paid', free)]).outcomes.get('a')?.reason).toBe('amount_is_zero');
});

test('refunds are taken by line or by amount, once, before or after the order is known', () => {
  const refunded = event('r', 'refunds/create', byLine);
  const updated = event('u', 'orders/updated', order({ refunds: [byLine], financial_status: 'partially_refunded' }));
  const paid = event('p', 'orders/paid', order());
  for (const events of [
    [paid, refunded, updated],
    [refunded, paid, updated],
    [updated, refunded, paid],
  ]) {
    expect(play(events).nets).toEqual({ '5001': 6000n });
  }
  const amountOnly = {
    ...byLine,
    id: 901,
    refund_line_items: [],
    transactions: [{ kind: 'refund', status: 'success', amount: '59.00' }],
  };
  expect(play([paid, event('r', 'refunds/create', amountOnly)]).nets).toEqual({ '5001': 4500n });
});

test('shipping counts only where the connection says so, and so does its refund', () => {
  const shipping = {
    ...byLine,
    refund_line_items: [],
    order_adjustments: [{ kind: 'shipping_refund', amount: '-10.00', amount_set: money('-10.00') }],
    transactions: [{ kind: 'refund', status: 'success', amount: '10.00' }],
  };
  const events = [event('p', 'orders/paid', order()), event('r', 'refunds/create', shipping)];
  expect(play(events).nets).toEqual({ '5001': 9000n });
  expect(play(events, { includeShipping: true }).nets).toEqual({ '5001': 9000n });
  expect(play(events, { includeShipping: true }).drafts[0]?.amount).toBe(10_000n);
});

test('a cancelled order gives everything back; disputes are followed to their end', () => {
  const paid = event('p', 'orders/paid', order());
  expect(play([paid, event('c', 'orders/cancelled', order({ cancelled_at: '2026-06-05T00:00:00Z' }))]).nets).toEqual({
    '5001': 0n,
  });
  const dispute = {
    id: 7,
    order_id: 5001,
    amount: '59.00',
    currency: 'EUR',
    status: 'needs_response',
    initiated_at: '2026-06-10T00:00:00Z',
  };
  const { drafts } = play([
    event('d2', 'disputes/update', { ...dispute, status: 'lost', finalized_on: '2026-07-10T00:00:00Z' }),
    event('d1', 'disputes/create', dispute),
    paid,
  ]);
  expect(drafts.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['sale', 9000n],
    ['dispute_lost', 4500n],
    ['dispute_opened', null],
  ]);
});

test('the compulsory topics are noted, and a customer can be erased', () => {
  const { outcomes } = play([
    event('a', 'customers/redact', { shop_id: 1, customer: { id: 77 } }),
    event('b', 'shop/redact', { shop_id: 1 }),
    event('c', 'customers/data_request', { shop_id: 1, customer: { id: 77 } }),
  ]);
  expect(outcomes.get('a')?.people).toEqual([{ kind: 'forget', externalId: '77' }]);
  expect([outcomes.get('b')?.reason, outcomes.get('c')?.reason]).toEqual(['request_noted', 'request_noted']);
});
