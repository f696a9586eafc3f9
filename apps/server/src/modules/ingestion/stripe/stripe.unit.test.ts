import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyText } from '../../fact/index.ts';
import type { HookEvent } from '../translation/translation.ts';
import { rehearse } from '../translation/rehearsal.ts';
import {
  asSent,
  checkoutSession,
  dispute,
  invoicePayment,
  newCharge,
  newInvoice,
  newLine,
  oldCharge,
  oldInvoice,
  oldLine,
  paymentSession,
  refund,
  start,
  stripeEvent,
} from './sample-events.ts';
import { stripeAmount } from './currency.ts';
import { readStripeEvent, stripeTranslator } from './translate.ts';

function play(events: readonly HookEvent[], settings = {}) {
  return rehearse(stripeTranslator, events, settings);
}

/** Every event one to three times, in any order. */
function deliveries(events: readonly HookEvent[]): fc.Arbitrary<HookEvent[]> {
  return fc
    .tuple(...events.map((event) => fc.integer({ min: 1, max: 3 }).map((times) => Array<HookEvent>(times).fill(event))))
    .chain((copies) => fc.shuffledSubarray(copies.flat(), { minLength: copies.flat().length }));
}

const shapes = [
  { shape: 'before 2025-03-31', invoice: oldInvoice, line: oldLine, charge: oldCharge, link: [] },
  {
    shape: 'since 2025-03-31',
    invoice: newInvoice,
    line: newLine,
    charge: newCharge,
    link: [stripeEvent('evt_link', 'invoice_payment.paid', invoicePayment())],
  },
];

describe.each(shapes)('an invoice in the shape $shape', ({ invoice, line, charge, link }) => {
  const paid = stripeEvent('evt_paid', 'invoice.paid', invoice());
  const session = stripeEvent('evt_session', 'checkout.session.completed', checkoutSession());

  test('is one sale, net of tax, with what its checkout knew', () => {
    const { drafts } = play([session, paid]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      kind: 'sale',
      source: 'stripe:test/sale',
      externalId: 'in_1',
      currency: 'EUR',
      amount: 10_000n,
      occurredAt: (start + 5) * 1000,
      customer: { externalId: 'user-42', email: 'buyer@example.org', country: 'FR' },
      body: {
        lines: [{ id: 'il_1', productId: 'prod_pro', quantity: 1, net: 10_000 }],
        code: 'anna',
        country: 'FR',
        billing: { kind: 'subscription', period: 'month', sequence: 1 },
      },
    });
  });

  test('waits for its checkout, and goes on without it when that takes too long', () => {
    const late = play([paid, session]);
    expect(late.drafts[0]?.body.code).toBe('anna');
    const never = play([paid]);
    expect(never.drafts[0]).toMatchObject({ externalId: 'in_1', customer: { externalId: 'cus_1' } });
    expect(never.drafts[0]?.body.code).toBeUndefined();
  });

  test('does not wait where Checkout is not used, nor for a renewal', () => {
    expect(play([paid], { checkoutWaitSeconds: 0 }).outcomes.get('evt_paid')?.waits).toBeNull();
    const renewal = stripeEvent('evt_renewal', 'invoice.paid', invoice({ id: 'in_2', billing_reason: 'subscription_cycle' }));
    const { outcomes, drafts } = play([renewal]);
    expect(outcomes.get('evt_renewal')?.waits).toBeNull();
    expect(drafts[0]?.body.billing).toEqual({ kind: 'subscription', period: 'month' });
  });

  test('keeps the customer and does not repeat the code on a renewal', () => {
    const renewal = stripeEvent('evt_renewal', 'invoice.paid', invoice({ id: 'in_2', billing_reason: 'subscription_cycle' }));
    const { drafts } = play([session, paid, renewal]);
    expect(drafts.map((draft) => [draft.customer?.externalId, draft.body.code])).toEqual([
      ['user-42', 'anna'],
      ['user-42', undefined],
    ]);
  });

  test('takes discounts and taxes inside the price off each line, and spreads credits over the rest', () => {
    const lines = [
      line({ id: 'a', amount: 12_000, discount: 1200, tax: 1800, inclusive: true }),
      line({ id: 'b', amount: 5000, tax: 1000 }),
      line({ id: 'c', amount: -2000, tax: 0 }),
    ];
    const odd = invoice({ total: 15_800, total_excluding_tax: 12_000, lines: { has_more: false, data: lines } });
    const { drafts } = play([stripeEvent('evt', 'invoice.paid', odd)]);
    expect(drafts[0]?.amount).toBe(12_000n);
    expect(drafts[0]?.body.lines?.map(({ id, net }) => [id, net])).toEqual([
      ['a', 7714],
      ['b', 4286],
    ]);
  });

  test('leaves shipping out unless asked to keep it', () => {
    const shipped = invoice({
      total: 13_200,
      total_excluding_tax: 11_000,
      shipping_cost: { amount_subtotal: 1000, amount_tax: 200, amount_total: 1200 },
    });
    const events = [stripeEvent('evt', 'invoice.paid', shipped)];
    expect(play(events).drafts[0]?.amount).toBe(10_000n);
    const kept = play(events, { includeShipping: true }).drafts[0];
    expect(kept?.amount).toBe(11_000n);
    expect(kept?.body.lines?.map(({ id }) => id)).toEqual(['il_1', 'shipping']);
  });

  test('of nothing is no sale, and its checkout serves the first one that is paid', () => {
    const trial = stripeEvent('evt_trial', 'invoice.paid', invoice({ total: 0, total_excluding_tax: 0, lines: { data: [] } }));
    const first = stripeEvent('evt_first', 'invoice.paid', invoice({ id: 'in_2', billing_reason: 'subscription_cycle' }));
    const { drafts, outcomes } = play([trial, session, first]);
    expect(outcomes.get('evt_trial')?.reason).toBe('amount_is_zero');
    expect(drafts.map((draft) => [draft.externalId, draft.body.code])).toEqual([['in_2', 'anna']]);
  });

  test('reads the code from mapped, expanded or named discounts', () => {
    const mapped = invoice({ discounts: [{ id: 'di_1', promotion_code: 'promo_1', source: { coupon: 'x9' } }] });
    const settings = { promotionCodes: { promo_1: 'LUMIERE10' } };
    expect(play([stripeEvent('e', 'invoice.paid', mapped)], settings).drafts[0]?.body.coupon).toBe('lumiere10');
    const expanded = invoice({ discounts: [{ promotion_code: { id: 'promo_1', code: 'Été-20' } }] });
    expect(play([stripeEvent('e', 'invoice.paid', expanded)]).drafts[0]?.body.coupon).toBe('ete-20');
    const named = invoice({ discount: { coupon: { id: 'abc', name: 'ANNA' }, promotion_code: null } });
    expect(play([stripeEvent('e', 'invoice.paid', named)]).drafts[0]?.body.coupon).toBe('anna');
  });

  const refunds: HookEvent[] = [
    stripeEvent('evt_r30', 'charge.refunded', charge({ amount_refunded: 3000 }), start + 100),
    stripeEvent('evt_r50', 'charge.refunded', charge({ amount_refunded: 5000 }), start + 200),
    stripeEvent('evt_re1', 'refund.created', refund('re_1', 3000), start + 100),
    stripeEvent('evt_re2', 'refund.created', refund('re_2', 2000), start + 200),
    stripeEvent('evt_re2b', 'refund.updated', refund('re_2', 2000), start + 210),
  ];
  const isCharge = ({ type }: HookEvent) => type === 'charge.refunded';

  test.each([
    { told: 'by charges', some: refunds.filter(isCharge) },
    { told: 'by refunds', some: refunds.filter((event) => !isCharge(event)) },
    { told: 'by both', some: refunds },
  ])('and its refunds told $told end at the same net in any order, any number of times', ({ some }) => {
    fc.assert(
      fc.property(deliveries([session, paid, ...link, ...some]), (events) => {
        const { nets, stillWaiting, drafts } = play(events);
        // 50.00 of 120.00 refunded: 41.67 of the net of 100.00.
        expect(nets).toEqual({ in_1: 10_000n - 4167n });
        expect(stillWaiting).toEqual([]);
        expect(drafts.find(({ kind }) => kind === 'sale')?.body.code).toBe('anna');
      }),
    );
  });

  test('a refund that fails is given back, whatever comes first and whatever else is refunded later', () => {
    const failed = [
      stripeEvent('evt_re1', 'refund.created', refund('re_1', 12_000), start + 100),
      stripeEvent('evt_c1', 'charge.refunded', charge({ amount_refunded: 12_000 }), start + 101),
      stripeEvent('evt_f1', 'refund.failed', refund('re_1', 12_000, { status: 'failed' }), start + 200),
      stripeEvent('evt_re2', 'refund.created', refund('re_2', 6000), start + 300),
      stripeEvent('evt_c2', 'charge.refunded', charge({ amount_refunded: 6000 }), start + 301),
    ];
    fc.assert(
      fc.property(deliveries([session, paid, ...link, ...failed]), (events) => {
        const { nets, drafts } = play(events);
        expect(nets).toEqual({ in_1: 5000n });
        const taken = new Set(drafts.filter(({ kind }) => kind === 'refund').map(keyText));
        for (const { kind, body } of drafts) if (kind === 'refund_failed') expect(taken).toContain(body.refund);
      }),
    );
  });

  test('a refund in full by odd pieces leaves exactly nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 8 }), (pieces) => {
        const sum = pieces.reduce((total, piece) => total + piece, 0);
        const parts = [...pieces, Math.max(0, 12_000 - sum)].filter((part) => part > 0);
        const events = parts.map((part, index) => stripeEvent(`evt_${index}`, 'refund.created', refund(`re_${index}`, part)));
        expect(play([session, paid, ...link, ...events]).nets).toEqual({ in_1: 0n });
      }),
    );
  });

  test('a credit note lowers it, unless a refund already does; a void one is given back', () => {
    const note = { id: 'cn_1', object: 'credit_note', invoice: 'in_1', total: 2400, status: 'issued', refunds: [] };
    const created = stripeEvent('evt_cn', 'credit_note.created', note);
    expect(play([created, paid]).nets).toEqual({ in_1: 8000n });
    const voided = stripeEvent('evt_void', 'credit_note.voided', { ...note, status: 'void' });
    fc.assert(
      fc.property(deliveries([paid, created, voided]), (events) => {
        expect(play(events).nets).toEqual({ in_1: 10_000n });
      }),
    );
    const inTurn = play([paid, created, voided]).drafts.map(({ kind, externalId }) => [kind, externalId]);
    expect(inTurn).toEqual([
      ['sale', 'in_1'],
      ['refund', 'in_1:refunded:2000'],
      ['refund_failed', 'in_1:refunded:2000:failed'],
    ]);
    const paidOut = stripeEvent('evt_cn', 'credit_note.created', {
      ...note,
      refunds: [{ refund: 're_1', amount_refunded: 2400 }],
    });
    const { outcomes, nets } = play([paid, paidOut]);
    expect([outcomes.get('evt_cn')?.reason, nets]).toEqual(['told_by_refund', { in_1: 10_000n }]);
  });

  test('a dispute is opened, won or lost once, in net', () => {
    const opened = stripeEvent('evt_o', 'charge.dispute.created', dispute('needs_response'), start + 1000);
    const withdrawn = stripeEvent('evt_w', 'charge.dispute.funds_withdrawn', dispute('needs_response'), start + 1001);
    const lost = stripeEvent('evt_l', 'charge.dispute.closed', dispute('lost', { amount: 6000 }), start + 2000);
    fc.assert(
      fc.property(deliveries([session, paid, ...link, opened, withdrawn, lost]), (events) => {
        const { drafts } = play(events);
        const steps = drafts.filter(({ kind }) => kind.startsWith('dispute'));
        expect(Object.fromEntries(steps.map(({ kind, amount }) => [kind, amount]))).toEqual({
          dispute_lost: 5000n,
          dispute_opened: null,
        });
        expect(steps).toHaveLength(2);
        expect(steps.find(({ kind }) => kind === 'dispute_opened')?.occurredAt).toBe((start + 1000) * 1000);
      }),
    );
    const won = stripeEvent('evt_l', 'charge.dispute.closed', dispute('won'), start + 2000);
    const back = stripeEvent('evt_b', 'charge.dispute.funds_reinstated', dispute('won'), start + 2001);
    expect(play([paid, ...link, won, back]).drafts.map(({ kind }) => kind)).toEqual(['sale', 'dispute_won']);
  });
});

describe('a checkout without an invoice', () => {
  const completed = stripeEvent('evt_1', 'checkout.session.completed', paymentSession());

  test('is the sale, under its payment', () => {
    const { drafts } = play([completed]);
    expect(drafts[0]).toMatchObject({ kind: 'sale', externalId: 'pi_1', amount: 10_000n, body: { code: 'anna' } });
  });

  test('counts once it is paid, and not when the payment fails', () => {
    const unpaid = stripeEvent('evt_1', 'checkout.session.completed', paymentSession({ payment_status: 'unpaid' }));
    const succeeded = stripeEvent('evt_2', 'checkout.session.async_payment_succeeded', paymentSession());
    const failed = stripeEvent('evt_3', 'checkout.session.async_payment_failed', paymentSession({ payment_status: 'unpaid' }));
    expect(play([unpaid, failed]).drafts).toEqual([]);
    expect(play([unpaid, succeeded]).drafts).toHaveLength(1);
    expect(play([succeeded, unpaid]).nets).toEqual({ pi_1: 10_000n });
  });

  test('takes its refunds by payment in any order', () => {
    const events = [
      completed,
      stripeEvent('evt_2', 'charge.refunded', newCharge({ amount_refunded: 3000 }), start + 1),
      stripeEvent('evt_3', 'charge.refunded', newCharge({ amount_refunded: 12_000 }), start + 2),
    ];
    fc.assert(
      fc.property(deliveries(events), (order) => {
        expect(play(order).nets).toEqual({ pi_1: 0n });
      }),
    );
  });

  test('with an invoice of its own leaves the sale to it', () => {
    const invoiced = stripeEvent('evt_1', 'checkout.session.completed', paymentSession({ invoice: 'in_1' }));
    const paid = stripeEvent('evt_2', 'invoice.paid', newInvoice({ billing_reason: 'manual', parent: null }));
    const refunded = stripeEvent('evt_3', 'charge.refunded', newCharge({ amount_refunded: 12_000 }), start + 1);
    fc.assert(
      fc.property(deliveries([invoiced, paid, refunded]), (order) => {
        expect(play(order).nets).toEqual({ in_1: 0n });
      }),
    );
  });

  test('reads the click in client_reference_id, or the customer where the connection says so', () => {
    const click = 'clk_01h455vb4pex5vsknk084sn02q';
    const clicked = paymentSession({ client_reference_id: click, metadata: {} });
    const byClick = play([stripeEvent('e', 'checkout.session.completed', clicked)]);
    expect(byClick.drafts[0]).toMatchObject({
      clickId: '01890a5d-ac96-774b-bcce-b302099a8057',
      customer: { externalId: 'cus_1' },
    });
    const named = paymentSession({ client_reference_id: 'user-7', metadata: {} });
    const byCustomer = play([stripeEvent('e', 'checkout.session.completed', named)], { clientReference: 'customer' });
    expect(byCustomer.drafts[0]).toMatchObject({ clickId: null, customer: { externalId: 'user-7' } });
    const ignored = play([stripeEvent('e', 'checkout.session.completed', named)]);
    expect(ignored.drafts[0]).toMatchObject({ clickId: null, customer: { externalId: 'cus_1' } });
  });
});

describe('customers and subscriptions', () => {
  test('the end of a subscription is kept as a cancellation', () => {
    const ended = {
      id: 'sub_1',
      object: 'subscription',
      customer: 'cus_1',
      ended_at: start + 9,
      metadata: { cordee_customer: 'user-42' },
    };
    const { drafts } = play([stripeEvent('e', 'customer.subscription.deleted', ended)]);
    expect(drafts[0]).toMatchObject({
      kind: 'cancellation',
      externalId: 'sub_1',
      target: null,
      customer: { externalId: 'user-42' },
    });
  });

  test('a customer is corrected and erased under the id its sales have', () => {
    const session = stripeEvent('e1', 'checkout.session.completed', checkoutSession());
    const updated = stripeEvent('e2', 'customer.updated', {
      id: 'cus_1',
      object: 'customer',
      email: 'new@example.org',
      name: null,
    });
    const deleted = stripeEvent('e3', 'customer.deleted', { id: 'cus_1', object: 'customer' });
    const { outcomes } = play([session, updated, deleted]);
    expect(outcomes.get('e2')?.people).toEqual([{ kind: 'update', externalId: 'user-42', email: 'new@example.org', name: null }]);
    expect(outcomes.get('e3')?.people).toEqual([{ kind: 'forget', externalId: 'user-42' }]);
  });
});

test('other events are ignored, malformed ones say where', () => {
  expect(play([stripeEvent('e', 'price.created', { id: 'price_1' })]).outcomes.get('e')?.reason).toBe('unknown_type');
  expect(() => readStripeEvent({ id: 'evt_1' })).toThrow('Not a Stripe event');
  const fraction = newInvoice({ total: 10.5 });
  expect(() => play([stripeEvent('e', 'invoice.paid', fraction)])).toThrow('/total');
  expect(() => play([stripeEvent('e', 'invoice.paid', newInvoice({ currency: 'zzz' }))])).toThrow('/currency');
  const event = stripeEvent('evt_9', 'invoice.paid', newInvoice());
  expect(readStripeEvent(asSent(event))).toEqual(event);
});

test('amounts follow Stripe where it differs from ISO 4217', () => {
  expect(stripeAmount(500, 'ISK')).toBe(5n);
  expect(stripeAmount(500, 'UGX')).toBe(5n);
  expect(stripeAmount(500, 'MGA')).toBe(50_000n);
  expect(stripeAmount(500, 'JPY')).toBe(500n);
  expect(stripeAmount(5120, 'KWD')).toBe(5120n);
  expect(stripeAmount(1045, 'HUF')).toBe(1045n);
});
