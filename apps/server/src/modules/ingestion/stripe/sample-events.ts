import type { HookEvent } from '../translation/translation.ts';
import type { JsonObject } from '../translation/json.ts';

/** Hand-made events of one account, for tests, in the shapes of the API before and after 2025-03-31. */

export const start = 1_780_000_000;

export function stripeEvent(id: string, type: string, payload: JsonObject, at = start): HookEvent {
  return { id, type, at: at * 1000, payload };
}

/** The same as Stripe would send it. */
export function asSent(event: HookEvent): JsonObject {
  const { id, type, at, payload } = event;
  return { id, object: 'event', type, created: at / 1000, livemode: false, data: { object: payload } };
}

interface LineOptions {
  readonly id?: string;
  readonly amount?: number;
  readonly discount?: number;
  readonly tax?: number;
  readonly inclusive?: boolean;
  readonly product?: string;
}

export function newLine({
  id = 'il_1',
  amount = 10_000,
  discount = 0,
  tax = 2000,
  inclusive = false,
  product = 'prod_pro',
}: LineOptions = {}) {
  return {
    id,
    object: 'line_item',
    amount,
    currency: 'eur',
    quantity: 1,
    discount_amounts: discount === 0 ? [] : [{ amount: discount, discount: 'di_1' }],
    taxes: tax === 0 ? [] : [{ amount: tax, tax_behavior: inclusive ? 'inclusive' : 'exclusive', type: 'tax_rate_details' }],
    pricing: { type: 'price_details', price_details: { price: 'price_1', product } },
    parent: { type: 'subscription_item_details', subscription_item_details: { subscription: 'sub_1' } },
    period: { start, end: start + 30 * 86_400 },
    metadata: {},
  };
}

export function oldLine({
  id = 'il_1',
  amount = 10_000,
  discount = 0,
  tax = 2000,
  inclusive = false,
  product = 'prod_pro',
}: LineOptions = {}) {
  return {
    id,
    object: 'line_item',
    amount,
    amount_excluding_tax: inclusive ? amount - tax : amount,
    currency: 'eur',
    quantity: 1,
    discount_amounts: discount === 0 ? [] : [{ amount: discount, discount: 'di_1' }],
    tax_amounts: tax === 0 ? [] : [{ amount: tax, inclusive, tax_rate: 'txr_1' }],
    price: { id: 'price_1', product, recurring: { interval: 'month', interval_count: 1 } },
    plan: { interval: 'month', interval_count: 1, product },
    period: { start, end: start + 30 * 86_400 },
    metadata: {},
  };
}

const common = {
  object: 'invoice',
  currency: 'eur',
  customer: 'cus_1',
  customer_email: 'buyer@example.org',
  customer_name: 'Buyer',
  customer_address: { country: 'FR' },
  billing_reason: 'subscription_create',
  created: start,
  discounts: [],
  metadata: {},
  status: 'paid',
  status_transitions: { paid_at: start + 5 },
};

/** An invoice of 100.00 and 20.00 tax, of API version 2025-03-31 or later. */
export function newInvoice(over: JsonObject = {}): JsonObject {
  return {
    ...common,
    id: 'in_1',
    subtotal: 10_000,
    total: 12_000,
    total_excluding_tax: 10_000,
    total_taxes: [{ amount: 2000, tax_behavior: 'exclusive' }],
    amount_paid: 12_000,
    lines: { object: 'list', has_more: false, data: [newLine()] },
    parent: { type: 'subscription_details', subscription_details: { subscription: 'sub_1', metadata: {} } },
    ...over,
  };
}

/** The same invoice, of an API version before 2025-03-31. */
export function oldInvoice(over: JsonObject = {}): JsonObject {
  return {
    ...common,
    id: 'in_1',
    subtotal: 10_000,
    tax: 2000,
    total: 12_000,
    total_excluding_tax: 10_000,
    total_tax_amounts: [{ amount: 2000, inclusive: false }],
    amount_paid: 12_000,
    charge: 'ch_1',
    payment_intent: 'pi_1',
    subscription: 'sub_1',
    subscription_details: { metadata: {} },
    paid: true,
    lines: { object: 'list', has_more: false, data: [oldLine()] },
    ...over,
  };
}

export function invoicePayment(over: JsonObject = {}): JsonObject {
  return {
    id: 'inpay_1',
    object: 'invoice_payment',
    invoice: 'in_1',
    status: 'paid',
    payment: { type: 'payment_intent', payment_intent: 'pi_1' },
    ...over,
  };
}

export function checkoutSession(over: JsonObject = {}): JsonObject {
  return {
    id: 'cs_1',
    object: 'checkout.session',
    mode: 'subscription',
    status: 'complete',
    payment_status: 'paid',
    created: start - 60,
    currency: 'eur',
    amount_total: 12_000,
    total_details: { amount_tax: 2000, amount_discount: 0, amount_shipping: 0 },
    customer: 'cus_1',
    customer_details: { email: 'buyer@example.org', name: 'Buyer', address: { country: 'FR' } },
    client_reference_id: null,
    invoice: 'in_1',
    subscription: 'sub_1',
    payment_intent: null,
    metadata: { cordee_code: 'Anna', cordee_customer: 'user-42' },
    ...over,
  };
}

/** A checkout of its own: no invoice, the payment is all there is. */
export function paymentSession(over: JsonObject = {}): JsonObject {
  return checkoutSession({ mode: 'payment', invoice: null, subscription: null, payment_intent: 'pi_1', ...over });
}

export function newCharge(over: JsonObject = {}): JsonObject {
  return {
    id: 'ch_1',
    object: 'charge',
    amount: 12_000,
    amount_refunded: 0,
    currency: 'eur',
    payment_intent: 'pi_1',
    customer: 'cus_1',
    ...over,
  };
}

export function oldCharge(over: JsonObject = {}): JsonObject {
  return newCharge({ invoice: 'in_1', ...over });
}

export function refund(id: string, amount: number, over: JsonObject = {}): JsonObject {
  return {
    id,
    object: 'refund',
    amount,
    currency: 'eur',
    charge: 'ch_1',
    payment_intent: 'pi_1',
    status: 'succeeded',
    reason: null,
    ...over,
  };
}

export function dispute(status: string, over: JsonObject = {}): JsonObject {
  return {
    id: 'dp_1',
    object: 'dispute',
    amount: 12_000,
    currency: 'eur',
    charge: 'ch_1',
    payment_intent: 'pi_1',
    status,
    reason: 'fraudulent',
    created: start + 1000,
    ...over,
  };
}
