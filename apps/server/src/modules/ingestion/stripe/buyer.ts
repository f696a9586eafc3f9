import type { Buyer } from '../translation/drafts.ts';
import { idAt, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { touchOf } from '../translation/touch.ts';
import type { Touch } from '../translation/touch.ts';
import type { Learned, World } from '../translation/translation.ts';
import { customerReference } from './references.ts';

/**
 * Who bought: under the company's own id when a checkout or the customer's metadata named it before the first sale, else
 * under Stripe's customer id, else by e-mail (guests). Once a sale was recorded under an id, the customer keeps it.
 */
export function buyerOf(object: JsonObject, touch: Touch, world: World, fallback: string): Buyer {
  const details = objectAt(object, 'customer_details');
  const stripeId = idAt(object, 'customer');
  const email = textAt(object, 'customer_email') ?? textAt(details, 'email');
  const address = objectAt(object, 'customer_address') ?? objectAt(details, 'address');
  const externalId = knownCustomer(stripeId, world) ?? touch.customer ?? stripeId ?? email?.toLowerCase() ?? fallback;
  return {
    externalId,
    email,
    name: textAt(object, 'customer_name') ?? textAt(details, 'name'),
    country: textAt(address, 'country'),
  };
}

/** That this Stripe customer is this customer of the company, for good. */
export function learnCustomer(stripeId: string | null, externalId: string | undefined, world: World): Learned[] {
  if (stripeId === null || externalId === undefined || knownCustomer(stripeId, world) !== null) return [];
  return [{ reference: customerReference(stripeId), data: { externalId } }];
}

export function knownCustomer(stripeId: string | null, world: World): string | null {
  const known = stripeId === null ? undefined : world.known(customerReference(stripeId))?.['externalId'];
  return typeof known === 'string' ? known : null;
}

/** What metadata, and the reference of a checkout if the connection says what it holds, tell of the buyer's way. */
export function checkoutTouch(session: JsonObject, world: World): Touch {
  const touch = touchOf(objectAt(session, 'metadata'));
  const reference = textAt(session, 'client_reference_id');
  if (reference === null) return touch;
  if (world.settings.clientReference === 'customer') return { customer: reference.slice(0, 200), ...touch };
  if (world.settings.clientReference === 'click') return { ...touchOf({ cordee_click: reference }), ...touch };
  return touch;
}
