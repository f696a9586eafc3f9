import { saleFact } from '../translation/drafts.ts';
import { idAt, integerAt, mustId, mustInteger, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { openSale } from '../translation/sale-state.ts';
import type { Touch } from '../translation/touch.ts';
import { facts, noFact, type HookEvent, type Learned, type Translation, type World } from '../translation/translation.ts';
import { buyerOf, checkoutTouch, learnCustomer } from './buyer.ts';
import { couponOf } from './coupon.ts';
import { stripeAmount, stripeCurrency } from './currency.ts';
import { checkoutReference, customerReference, learnPayments, paymentReference, saleReference } from './references.ts';

export function checkoutReferences(session: JsonObject): string[] {
  const payment = idAt(session, 'payment_intent');
  const tied = [idAt(session, 'invoice'), idAt(session, 'subscription')].filter((id): id is string => id !== null);
  const customer = idAt(session, 'customer');
  return [
    ...tied.map(checkoutReference),
    ...(payment === null ? [] : [paymentReference(payment)]),
    ...(customer === null ? [] : [customerReference(customer)]),
    saleReference(payment ?? mustId(session, 'id')),
  ];
}

/**
 * A completed checkout. With an invoice or a subscription it only says who sent the buyer (the invoice tells the sale, with its
 * lines); alone, it is the sale once it is paid.
 */
export function translateCheckout(event: HookEvent, world: World): Translation {
  const session = event.payload;
  const coupon = couponOf(session, world);
  const touch = { ...checkoutTouch(session, world), ...(coupon === null ? {} : { coupon }) };
  const payment = idAt(session, 'payment_intent');
  const invoice = idAt(session, 'invoice');
  const subscription = idAt(session, 'subscription');
  const learned = learnCheckout([invoice, subscription], touch, world);
  const mode = textAt(session, 'mode');
  if (invoice !== null || subscription !== null || mode === 'subscription') {
    const customer = learnCustomer(idAt(session, 'customer'), touch.customer, world);
    const payments = invoice === null ? [] : learnPayments(invoice, [payment], world);
    return noFact('told_by_invoice', [...learned, ...customer, ...payments]);
  }
  if (mode === 'setup') return noFact('amount_is_zero');
  if (event.type === 'checkout.session.async_payment_failed') return noFact('payment_failed');
  if (textAt(session, 'payment_status') === 'unpaid') return noFact('not_paid');
  return translatePaidCheckout(session, payment ?? mustId(session, 'id'), touch, world);
}

function translatePaidCheckout(session: JsonObject, key: string, touch: Touch, world: World): Translation {
  if (world.known(saleReference(key)) !== undefined) return noFact('nothing_new');
  const currency = stripeCurrency(textAt(session, 'currency'));
  const details = objectAt(session, 'total_details');
  const shipping = objectAt(session, 'shipping_cost');
  const total = mustInteger(session, 'amount_total');
  const shippingTax = integerAt(shipping, 'amount_tax') ?? 0;
  const shippingNet = (integerAt(shipping, 'amount_total') ?? integerAt(details, 'amount_shipping') ?? 0) - shippingTax;
  const untaxed = total - (integerAt(details, 'amount_tax') ?? 0);
  const net = stripeAmount(world.settings.includeShipping ? untaxed : untaxed - shippingNet, currency);
  const gross = stripeAmount(total, currency);
  const buyer = buyerOf(session, touch, world, key);
  const learned: Learned[] = [
    ...learnPayments(key, [key], world),
    ...learnCustomer(idAt(session, 'customer'), buyer.externalId, world),
    { reference: saleReference(key), data: { ...openSale(net, gross, currency, buyer.externalId) } },
  ];
  if (net <= 0n) return noFact('amount_is_zero', learned);
  const occurredAt = mustInteger(session, 'created') * 1000;
  const billing = { kind: 'one_time' as const };
  return facts([saleFact(world, { externalId: key, occurredAt, buyer, currency, net, lines: [], touch, billing })], learned);
}

function learnCheckout(ids: readonly (string | null)[], touch: Touch, world: World): Learned[] {
  return ids
    .filter((id): id is string => id !== null)
    .map(checkoutReference)
    .filter((reference) => world.known(reference)?.['touch'] === undefined)
    .map((reference) => ({ reference, data: { ...world.known(reference), touch } }));
}
