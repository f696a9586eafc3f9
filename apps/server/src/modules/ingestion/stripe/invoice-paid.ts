import type { Billing } from '@cordee/core/counting';
import { saleFact } from '../translation/drafts.ts';
import { idAt, integerAt, listAt, mustId, mustInteger, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { openSale } from '../translation/sale-state.ts';
import { isTraced, mergeTouches, rememberedTouch, touchOf, type Touch } from '../translation/touch.ts';
import {
  facts,
  noFact,
  waiting,
  type HookEvent,
  type Learned,
  type Translation,
  type World,
} from '../translation/translation.ts';
import { buyerOf, learnCustomer } from './buyer.ts';
import { couponOf } from './coupon.ts';
import { stripeCurrency } from './currency.ts';
import { billingPeriod, invoiceMoney } from './invoice-lines.ts';
import {
  checkoutReference,
  customerReference,
  learnPayments,
  paymentReference,
  saleReference,
  subscriptionDetails,
  subscriptionOf,
} from './references.ts';

export function invoiceReferences(invoice: JsonObject): string[] {
  const key = mustId(invoice, 'id');
  const subscription = subscriptionOf(invoice);
  const customer = idAt(invoice, 'customer');
  return [
    saleReference(key),
    checkoutReference(key),
    ...(subscription === null ? [] : [checkoutReference(subscription)]),
    ...(customer === null ? [] : [customerReference(customer)]),
    ...paymentsOf(invoice).map(paymentReference),
  ];
}

/** A paid invoice is the sale. The first one may come before the checkout that says who sent the buyer: it waits a little. */
export function translateInvoicePaid(event: HookEvent, world: World): Translation {
  const invoice = event.payload;
  const key = mustId(invoice, 'id');
  if (world.known(saleReference(key)) !== undefined) return noFact('nothing_new', learnPayments(key, paymentsOf(invoice), world));
  const currency = stripeCurrency(textAt(invoice, 'currency'));
  const { net, gross, lines } = invoiceMoney(invoice, currency, world.settings.includeShipping);
  const subscription = subscriptionOf(invoice);
  const own = ownTouch(invoice);
  const checkout = checkoutTouches(key, subscription, world);
  const payments = learnPayments(key, paymentsOf(invoice), world);
  if (net > 0n && mayHaveCheckout(invoice) && !isTraced(own) && checkout.length === 0 && isPatient(world)) {
    const wanted = [checkoutReference(key), ...(subscription === null ? [] : [checkoutReference(subscription)])];
    return waiting(wanted, world.receivedAt + world.settings.checkoutWaitSeconds * 1000, payments);
  }
  const merged = mergeTouches(own, ...checkout);
  const buyer = buyerOf(invoice, merged, world, key);
  const learned: Learned[] = [
    ...payments,
    ...learnCustomer(idAt(invoice, 'customer'), net > 0n ? buyer.externalId : merged.customer, world),
    { reference: saleReference(key), data: { ...openSale(net, gross, currency, buyer.externalId) } },
  ];
  if (net <= 0n) return noFact('amount_is_zero', learned);
  const first = firstUse(key, subscription, world);
  const coupon = couponOf(invoice, world) ?? (first.isFirst ? merged.coupon : undefined);
  const touch = { ...(first.isFirst ? merged : withoutCodes(merged)), ...(coupon === undefined ? {} : { coupon }) };
  const occurredAt = 1000 * (integerAt(objectAt(invoice, 'status_transitions'), 'paid_at') ?? mustInteger(invoice, 'created'));
  const billing = billingOf(invoice, subscription);
  const sale = saleFact(world, { externalId: key, occurredAt, buyer, currency, net, lines, touch, billing });
  return facts([sale], [...learned, ...first.learned]);
}

function isPatient(world: World): boolean {
  return world.patient && world.settings.checkoutWaitSeconds > 0;
}

// The first invoice of a subscription, or the single one of a checkout; renewals have none.
function mayHaveCheckout(invoice: JsonObject): boolean {
  const reason = textAt(invoice, 'billing_reason');
  return reason === 'subscription_create' || reason === 'manual' || reason === null;
}

function ownTouch(invoice: JsonObject): Touch {
  const [line] = listAt(invoice, 'lines');
  return mergeTouches(
    touchOf(objectAt(invoice, 'metadata')),
    touchOf(objectAt(subscriptionDetails(invoice), 'metadata')),
    touchOf(objectAt(line ?? null, 'metadata')),
  );
}

function checkoutTouches(key: string, subscription: string | null, world: World): Touch[] {
  const ids = subscription === null ? [key] : [key, subscription];
  const known = ids.map((id) => world.known(checkoutReference(id))).filter((data) => data?.['touch'] !== undefined);
  return known.map(rememberedTouch);
}

// A code is a touch of its own each time it is told, and metadata repeats on every renewal: it counts for the first sale.
function firstUse(key: string, subscription: string | null, world: World): { isFirst: boolean; learned: Learned[] } {
  if (subscription === null) return { isFirst: true, learned: [] };
  const reference = checkoutReference(subscription);
  const known = world.known(reference);
  const usedBy = known?.['usedBy'];
  if (usedBy !== undefined) return { isFirst: usedBy === key, learned: [] };
  return { isFirst: true, learned: [{ reference, data: { ...known, usedBy: key } }] };
}

function withoutCodes({ code: _code, coupon: _coupon, ...rest }: Touch): Touch {
  return rest;
}

function billingOf(invoice: JsonObject, subscription: string | null): Billing {
  const reason = textAt(invoice, 'billing_reason') ?? '';
  if (subscription === null && !reason.startsWith('subscription')) return { kind: 'one_time' };
  const period = billingPeriod(invoice);
  return {
    kind: 'subscription',
    ...(period === null ? {} : { period }),
    ...(reason === 'subscription_create' ? { sequence: 1 } : {}),
  };
}

/** The payments of an invoice: its own fields before 2025-03-31, its `payments` after, when the event carries them. */
function paymentsOf(invoice: JsonObject): string[] {
  const listed = listAt(invoice, 'payments').flatMap((entry) => {
    const payment = objectAt(entry, 'payment');
    return [idAt(payment, 'payment_intent'), idAt(payment, 'charge')];
  });
  const all = [idAt(invoice, 'payment_intent'), idAt(invoice, 'charge'), ...listed];
  return all.filter((id): id is string => id !== null);
}

/** `invoice_payment.paid`: since 2025-03-31 the only event that says which payment belongs to which invoice. */
export function translateInvoicePayment(event: HookEvent, world: World): Translation {
  const payment = objectAt(event.payload, 'payment');
  const payments = [idAt(payment, 'payment_intent'), idAt(payment, 'charge')];
  return noFact('linked', learnPayments(mustId(event.payload, 'invoice'), payments, world));
}

export function invoicePaymentReferences(object: JsonObject): string[] {
  const payment = objectAt(object, 'payment');
  const ids = [idAt(payment, 'payment_intent'), idAt(payment, 'charge')];
  return ids.filter((id): id is string => id !== null).map(paymentReference);
}
