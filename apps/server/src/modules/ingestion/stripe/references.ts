import { idAt, objectAt, type JsonObject } from '../translation/json.ts';
import { saleStateOf, type SaleState } from '../translation/sale-state.ts';
import type { Learned, World } from '../translation/translation.ts';

/** Names under which what is known of Stripe's objects is kept. */
export const saleReference = (key: string): string => `sale:${key}`;
export const paymentReference = (id: string): string => `pay:${id}`;
export const customerReference = (id: string): string => `cus:${id}`;
/** Of an invoice or a subscription. */
export const checkoutReference = (id: string): string => `checkout:${id}`;

/** Ids by which a charge, a refund, a dispute or a credit note leads to its sale. */
export interface PaymentIds {
  readonly invoice: string | null;
  readonly paymentIntent: string | null;
  readonly charge: string | null;
}

/** Of an object that has a payment; `invoice` is there before API version 2025-03-31 only. */
export function paymentIdsOf(object: JsonObject): PaymentIds {
  const ownId = object['object'] === 'charge' ? idAt(object, 'id') : null;
  return {
    invoice: idAt(object, 'invoice'),
    paymentIntent: idAt(object, 'payment_intent'),
    charge: ownId ?? idAt(object, 'charge'),
  };
}

export function paymentReferences({ invoice, paymentIntent, charge }: PaymentIds): string[] {
  return [
    ...(invoice === null ? [] : [saleReference(invoice)]),
    ...(paymentIntent === null ? [] : [paymentReference(paymentIntent), saleReference(paymentIntent)]),
    ...(charge === null ? [] : [paymentReference(charge)]),
  ];
}

/** The sale's key as far as it is known: its invoice, or the payment itself when it has none. */
export function saleKeyOf(ids: PaymentIds, world: World): string | null {
  if (ids.invoice !== null) return ids.invoice;
  for (const id of [ids.paymentIntent, ids.charge]) {
    const sale = id === null ? undefined : world.known(paymentReference(id))?.['sale'];
    if (typeof sale === 'string') return sale;
  }
  return null;
}

export interface KnownSale {
  readonly key: string;
  readonly state: SaleState;
}

/** The recorded sale behind a payment, or what to wait for. */
export function findSale(ids: PaymentIds, world: World): KnownSale | { readonly missing: readonly string[] } {
  const key = saleKeyOf(ids, world);
  if (key === null) return { missing: paymentReferences(ids) };
  const state = saleStateOf(world.known(saleReference(key)));
  return state === null ? { missing: [saleReference(key)] } : { key, state };
}

/** That these payments are of this sale. What is known already stays. */
export function learnPayments(sale: string, payments: readonly (string | null)[], world: World): Learned[] {
  return payments
    .filter((id): id is string => id !== null && world.known(paymentReference(id)) === undefined)
    .map((id) => ({ reference: paymentReference(id), data: { sale } }));
}

/** The subscription of an invoice, in either shape of the API. */
export function subscriptionOf(invoice: JsonObject): string | null {
  return idAt(invoice, 'subscription') ?? idAt(subscriptionDetails(invoice), 'subscription');
}

export function subscriptionDetails(invoice: JsonObject): JsonObject | null {
  return objectAt(objectAt(invoice, 'parent'), 'subscription_details') ?? objectAt(invoice, 'subscription_details');
}
