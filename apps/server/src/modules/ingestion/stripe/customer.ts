import { endOfSubscription } from '../translation/drafts.ts';
import { idAt, integerAt, mustId, objectAt, textAt, type JsonObject } from '../translation/json.ts';
import { touchOf } from '../translation/touch.ts';
import { facts, noFact, type HookEvent, type Translation, type World } from '../translation/translation.ts';
import { knownCustomer, learnCustomer } from './buyer.ts';
import { customerReference } from './references.ts';

export function subscriptionReferences(subscription: JsonObject): string[] {
  const customer = idAt(subscription, 'customer');
  return customer === null ? [] : [customerReference(customer)];
}

export function customerReferences(customer: JsonObject): string[] {
  return [customerReference(mustId(customer, 'id'))];
}

/** A subscription that starts or changes says whose it is; its payments are told by its invoices. */
export function translateSubscription(event: HookEvent, world: World): Translation {
  const touch = touchOf(objectAt(event.payload, 'metadata'));
  return noFact('linked', learnCustomer(idAt(event.payload, 'customer'), touch.customer, world));
}

/** A subscription that ended is a cancellation: kept, of no effect on what was earned. */
export function translateSubscriptionDeleted(event: HookEvent, world: World): Translation {
  const subscription = event.payload;
  const stripeId = idAt(subscription, 'customer');
  const touch = touchOf(objectAt(subscription, 'metadata'));
  const externalId = knownCustomer(stripeId, world) ?? touch.customer ?? stripeId ?? mustId(subscription, 'id');
  const ended = integerAt(subscription, 'ended_at') ?? integerAt(subscription, 'canceled_at');
  const reason = textAt(objectAt(subscription, 'cancellation_details'), 'reason') ?? 'subscription_ended';
  const at = ended === null ? event.at : ended * 1000;
  const draft = endOfSubscription(world, mustId(subscription, 'id'), at, { externalId }, reason.slice(0, 100));
  return facts([draft], learnCustomer(stripeId, externalId, world));
}

export function translateCustomerChanged(event: HookEvent, world: World): Translation {
  const customer = event.payload;
  const id = mustId(customer, 'id');
  const touch = touchOf(objectAt(customer, 'metadata'));
  const externalId = knownCustomer(id, world) ?? touch.customer ?? id;
  const learned = learnCustomer(id, touch.customer, world);
  if (event.type === 'customer.created') return noFact('linked', learned);
  const change = { kind: 'update' as const, externalId, email: textAt(customer, 'email'), name: textAt(customer, 'name') };
  return noFact('person_updated', learned, [change]);
}

export function translateCustomerDeleted(event: HookEvent, world: World): Translation {
  const id = mustId(event.payload, 'id');
  return noFact('person_erased', [], [{ kind: 'forget', externalId: knownCustomer(id, world) ?? id }]);
}
