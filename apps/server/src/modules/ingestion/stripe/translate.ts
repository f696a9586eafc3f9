import { isObject, mustInteger, objectAt, textAt, TranslationFault, type JsonObject } from '../translation/json.ts';
import { noFact, type HookEvent, type Translation, type Translator, type World } from '../translation/translation.ts';
import { checkoutReferences, translateCheckout } from './checkout.ts';
import {
  customerReferences,
  subscriptionReferences,
  translateCustomerChanged,
  translateCustomerDeleted,
  translateSubscription,
  translateSubscriptionDeleted,
} from './customer.ts';
import { translateDispute } from './dispute.ts';
import { invoicePaymentReferences, invoiceReferences, translateInvoicePaid, translateInvoicePayment } from './invoice-paid.ts';
import {
  creditNoteReferences,
  refundReferences,
  translateChargeLink,
  translateChargeRefunded,
  translateCreditNote,
  translateRefund,
} from './refund.ts';

interface Way {
  readonly references: (object: JsonObject) => string[];
  readonly translate: (event: HookEvent, world: World) => Translation;
}

const checkout: Way = { references: checkoutReferences, translate: translateCheckout };
const invoicePaid: Way = { references: invoiceReferences, translate: translateInvoicePaid };
const refund: Way = { references: refundReferences, translate: translateRefund };
const chargeLink: Way = { references: refundReferences, translate: translateChargeLink };
const creditNote: Way = { references: creditNoteReferences, translate: translateCreditNote };
const dispute: Way = { references: refundReferences, translate: translateDispute };
const subscription: Way = { references: subscriptionReferences, translate: translateSubscription };
const customer: Way = { references: customerReferences, translate: translateCustomerChanged };

const WAYS: Readonly<Record<string, Way>> = {
  'checkout.session.completed': checkout,
  'checkout.session.async_payment_succeeded': checkout,
  'checkout.session.async_payment_failed': checkout,
  'invoice.paid': invoicePaid,
  'invoice.payment_succeeded': invoicePaid,
  'invoice_payment.paid': { references: invoicePaymentReferences, translate: translateInvoicePayment },
  'charge.succeeded': chargeLink,
  'charge.updated': chargeLink,
  'charge.refunded': { references: refundReferences, translate: translateChargeRefunded },
  'refund.created': refund,
  'refund.updated': refund,
  'refund.failed': refund,
  'charge.refund.updated': refund,
  'credit_note.created': creditNote,
  'credit_note.updated': creditNote,
  'credit_note.voided': creditNote,
  'charge.dispute.created': dispute,
  'charge.dispute.updated': dispute,
  'charge.dispute.funds_withdrawn': dispute,
  'charge.dispute.funds_reinstated': dispute,
  'charge.dispute.closed': dispute,
  'customer.subscription.created': subscription,
  'customer.subscription.updated': subscription,
  'customer.subscription.deleted': { references: subscriptionReferences, translate: translateSubscriptionDeleted },
  'customer.created': customer,
  'customer.updated': customer,
  'customer.deleted': { references: customerReferences, translate: translateCustomerDeleted },
};

/** Stripe's snapshot events (https://docs.stripe.com/api/events/types), of API versions before and after 2025-03-31. */
export const stripeTranslator: Translator = {
  references: (event) => WAYS[event.type]?.references(event.payload) ?? [],
  translate: (event, world) => WAYS[event.type]?.translate(event, world) ?? noFact('unknown_type'),
};

/** The event in a verified body. */
export function readStripeEvent(body: unknown): HookEvent {
  const id = isObject(body) ? textAt(body, 'id') : null;
  const type = isObject(body) ? textAt(body, 'type') : null;
  const payload = isObject(body) ? objectAt(objectAt(body, 'data'), 'object') : null;
  if (!isObject(body) || id === null || type === null || payload === null) {
    throw new TranslationFault('', { en: 'Not a Stripe event.', fr: "Ce n'est pas un événement Stripe." });
  }
  return { id, type, at: mustInteger(body, 'created') * 1000, payload };
}
