import type { Instant } from '@cordee/core/time';
import { netOf, orderId, type Order, type StoryEvent, type Subscription } from '../story/story.ts';
import { traceFields, vatOn, type ClickIds } from './trace-fields.ts';

type Json = Readonly<Record<string, unknown>>;
type Shape = Subscription['shape'];

/** An event as Stripe would send it, of the API version before or after 2025-03-31. */
export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly object: Json };
}

const versions: Readonly<Record<Shape, string>> = { old: '2024-06-20', new: '2025-09-30.clover' };

/** What Stripe says of a moment of the story; nothing of what it does not see. */
export function stripeEvents(event: StoryEvent, clicks: ClickIds): readonly StripeEvent[] {
  switch (event.kind) {
    case 'checkout': {
      const { subscription, first, at } = event;
      return [made(`cs_${first.number}`, 'checkout.session.completed', subscription.shape, at, session(event, clicks))];
    }
    case 'order':
      return paid(event.order);
    case 'refund':
      return [refunded(event)];
    case 'dispute':
      return [disputed(event)];
    case 'unsubscription':
      return [unsubscribed(event)];
    default:
      return [];
  }
}

function made(id: string, type: string, shape: Shape, at: Instant, object: Json): StripeEvent {
  const created = seconds(at);
  const frame = { object: 'event', api_version: versions[shape], created, livemode: false, pending_webhooks: 1 };
  return { ...frame, id: `evt_${id}_${type.replaceAll('.', '_')}`, type, data: { object } };
}

function seconds(at: Instant): number {
  return Math.floor(at / 1000);
}

function grossOf(order: Order): number {
  return netOf(order) + vatOn(netOf(order));
}

function billed(order: Order) {
  const { billing } = order;
  if (billing === undefined) throw new Error(`${orderId(order)} is not a payment of a subscription`);
  return { ...billing, shape: billing.subscription.shape };
}

function idsOf(order: Order) {
  return { invoice: orderId(order), intent: `pi_${order.number}`, charge: `ch_${order.number}` };
}

function session({ subscription, first, trace, at }: Extract<StoryEvent, { kind: 'checkout' }>, clicks: ClickIds): Json {
  const { customer, number } = subscription;
  const { email, givenName, familyName, country } = customer.person;
  return {
    id: `cs_${first.number}`,
    object: 'checkout.session',
    mode: 'subscription',
    status: 'complete',
    payment_status: 'paid',
    created: seconds(at) - 60,
    currency: first.currency.toLowerCase(),
    amount_total: grossOf(first),
    total_details: { amount_tax: vatOn(netOf(first)), amount_discount: 0, amount_shipping: 0 },
    customer: `cus_${customer.number}`,
    customer_details: { email, name: `${givenName} ${familyName}`, address: { country } },
    client_reference_id: trace.click === undefined ? null : (clicks.get(trace.click) ?? null),
    invoice: orderId(first),
    subscription: `sub_${number}`,
    payment_intent: null,
    metadata: traceFields(trace, customer.externalId, clicks),
  };
}

function paid(order: Order): readonly StripeEvent[] {
  const { shape } = billed(order);
  const { invoice, intent } = idsOf(order);
  const told = made(invoice, 'invoice.paid', shape, order.at, invoiceOf(order));
  if (shape === 'old') return [told];
  const payment = {
    id: `inpay_${order.number}`,
    object: 'invoice_payment',
    invoice,
    status: 'paid',
    payment: { type: 'payment_intent', payment_intent: intent },
  };
  return [told, made(`inpay_${order.number}`, 'invoice_payment.paid', shape, order.at, payment)];
}

function invoiceOf(order: Order): Json {
  const { shape, sequence, subscription } = billed(order);
  const { person, number } = order.customer;
  const { invoice, intent, charge } = idsOf(order);
  const net = netOf(order);
  const tax = vatOn(net);
  const common = {
    id: invoice,
    object: 'invoice',
    status: 'paid',
    currency: order.currency.toLowerCase(),
    customer: `cus_${number}`,
    customer_email: person.email,
    customer_name: `${person.givenName} ${person.familyName}`,
    customer_address: { country: person.country },
    billing_reason: sequence === 1 ? 'subscription_create' : 'subscription_cycle',
    created: seconds(order.at),
    status_transitions: { paid_at: seconds(order.at) },
    discounts: [],
    metadata: {},
    subtotal: net,
    total: net + tax,
    total_excluding_tax: net,
    amount_paid: net + tax,
    lines: { object: 'list', has_more: false, data: [invoiceLine(order)] },
  };
  const name = `sub_${subscription.number}`;
  return shape === 'old'
    ? {
        ...common,
        tax,
        total_tax_amounts: [{ amount: tax, inclusive: false, tax_rate: 'txr_fr20' }],
        charge,
        payment_intent: intent,
        subscription: name,
        subscription_details: { metadata: {} },
        paid: true,
      }
    : {
        ...common,
        total_taxes: [{ amount: tax, tax_behavior: 'exclusive', type: 'tax_rate_details' }],
        parent: { type: 'subscription_details', subscription_details: { subscription: name, metadata: {} } },
      };
}

function invoiceLine(order: Order): Json {
  const { shape, subscription } = billed(order);
  const { product } = subscription;
  const net = netOf(order);
  const tax = vatOn(net);
  const common = {
    id: `il_${order.number}`,
    object: 'line_item',
    amount: net,
    currency: order.currency.toLowerCase(),
    quantity: 1,
    discount_amounts: [],
    period: { start: seconds(order.at), end: seconds(order.at) + 30 * 86_400 },
    metadata: { category: product.category },
  };
  const recurring = { interval: 'month', interval_count: 1 };
  return shape === 'old'
    ? {
        ...common,
        amount_excluding_tax: net,
        tax_amounts: [{ amount: tax, inclusive: false, tax_rate: 'txr_fr20' }],
        price: { id: `price_${product.id}`, product: product.id, recurring },
        plan: { ...recurring, product: product.id },
      }
    : {
        ...common,
        taxes: [{ amount: tax, tax_behavior: 'exclusive', type: 'tax_rate_details' }],
        pricing: { type: 'price_details', price_details: { price: `price_${product.id}`, product: product.id } },
      };
}

function refunded({ order, lines, at }: Extract<StoryEvent, { kind: 'refund' }>): StripeEvent {
  const { shape } = billed(order);
  const { invoice, intent, charge } = idsOf(order);
  const net = lines.reduce((sum, line) => sum + line.net, 0);
  const amount = net + vatOn(net);
  const id = `re_${order.number}_${seconds(at)}`;
  const currency = order.currency.toLowerCase();
  if (shape === 'old') {
    const refund = { id, object: 'refund', amount, charge, payment_intent: intent, currency, status: 'succeeded' };
    const object = {
      id: charge,
      object: 'charge',
      amount: grossOf(order),
      amount_refunded: amount,
      currency,
      invoice,
      payment_intent: intent,
      customer: `cus_${order.customer.number}`,
      refunds: { object: 'list', data: [refund] },
    };
    return made(id, 'charge.refunded', shape, at, object);
  }
  const object = { id, object: 'refund', amount, currency, charge, payment_intent: intent, status: 'succeeded', reason: null };
  return made(id, 'refund.created', shape, at, object);
}

function disputed({ order, step, at }: Extract<StoryEvent, { kind: 'dispute' }>): StripeEvent {
  const { shape } = billed(order);
  const { invoice, intent, charge } = idsOf(order);
  const object = {
    id: `dp_${order.number}`,
    object: 'dispute',
    amount: grossOf(order),
    currency: order.currency.toLowerCase(),
    charge,
    payment_intent: intent,
    ...(shape === 'old' ? { invoice } : {}),
    status: step === 'opened' ? 'needs_response' : step,
    reason: 'product_not_received',
    created: seconds(at),
  };
  const type = step === 'opened' ? 'charge.dispute.created' : 'charge.dispute.closed';
  return made(`dp_${order.number}_${step}`, type, shape, at, object);
}

function unsubscribed({ subscription, at }: Extract<StoryEvent, { kind: 'unsubscription' }>): StripeEvent {
  const object = {
    id: `sub_${subscription.number}`,
    object: 'subscription',
    customer: `cus_${subscription.customer.number}`,
    status: 'canceled',
    ended_at: seconds(at),
    canceled_at: seconds(at),
    cancellation_details: { reason: 'cancellation_requested' },
    metadata: {},
  };
  return made(`sub_${subscription.number}`, 'customer.subscription.deleted', subscription.shape, at, object);
}
