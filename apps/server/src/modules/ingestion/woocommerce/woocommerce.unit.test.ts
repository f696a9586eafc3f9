import { expect, test } from 'vitest';
import type { JsonObject } from '../translation/json.ts';
import { rehearse } from '../translation/rehearsal.ts';
import { woocommerceTranslator } from './translate.ts';

function order(over: JsonObject = {}): JsonObject {
  return {
    id: 727,
    status: 'processing',
    currency: 'EUR',
    date_created_gmt: '2026-06-01T08:00:00',
    date_paid_gmt: '2026-06-01T08:01:00',
    date_modified_gmt: '2026-06-04T08:00:00',
    total: '108.00',
    customer_id: 0,
    billing: { first_name: 'Ada', last_name: 'L', email: 'Ada@example.org', country: 'FR' },
    line_items: [
      { id: 315, product_id: 93, quantity: 2, subtotal: '66.666667', total: '60.004', total_tax: '12.00' },
      { id: 316, product_id: 22, quantity: 1, subtotal: '33.00', total: '30.00', total_tax: '6.00' },
    ],
    fee_lines: [{ id: 317, total: '-5.00' }],
    shipping_lines: [{ id: 318, total: '10.00' }],
    coupon_lines: [{ id: 319, code: 'lumiere10' }],
    meta_data: [{ id: 1, key: 'cordee_code', value: 'Anna' }],
    refunds: [],
    ...over,
  };
}

function play(...events: readonly (readonly [string, JsonObject])[]) {
  const at = Date.parse('2026-06-09T00:00:00Z');
  return rehearse(
    woocommerceTranslator,
    events.map(([type, payload], index) => ({ id: `d${index}`, type, at, payload })),
  );
}

test('a paid order is a sale; guests are known by their e-mail', () => {
  const { drafts } = play(['order.updated', order()], ['order.updated', order({ status: 'completed' })]);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    kind: 'sale',
    externalId: '727',
    amount: 8500n,
    occurredAt: Date.parse('2026-06-01T08:01:00Z'),
    customer: { externalId: 'ada@example.org', name: 'Ada L', country: 'FR' },
    body: {
      coupon: 'lumiere10',
      code: 'anna',
      lines: [
        { id: '315', net: 5667 },
        { id: '316', net: 2833 },
      ],
    },
  });
});

test('an order that is not paid is none', () => {
  const pending = order({ status: 'pending', date_paid_gmt: null });
  expect(play(['order.created', pending]).outcomes.get('d0')?.reason).toBe('not_paid');
});

test('refunds inside an update are taken once, in any order, and a cancellation gives back the rest', () => {
  const refunded = order({ refunds: [{ id: 900, reason: 'broken', total: '-54.00' }] });
  const twice = order({
    status: 'refunded',
    refunds: [
      { id: 900, total: '-54.00' },
      { id: 901, total: '-54.00' },
    ],
  });
  expect(play(['order.updated', refunded], ['order.updated', order()]).nets).toEqual({ '727': 4250n });
  expect(play(['order.updated', twice], ['order.updated', refunded]).nets).toEqual({ '727': 0n });
  expect(play(['order.updated', order({ status: 'cancelled' })]).nets).toEqual({ '727': 0n });
  expect(play(['order.updated', order()], ['order.deleted', { id: 727 }]).nets).toEqual({ '727': 0n });
});

test('a malformed amount says where', () => {
  const bad = order({ line_items: [{ id: 1, quantity: 1, total: 'dix' }] });
  expect(() => play(['order.created', bad])).toThrow('/total');
});
