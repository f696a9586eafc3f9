import type { Instant } from '@cordee/core/time';
import { priceIn, subscriptions } from '../cast/catalogue.ts';
import type { CastPartner } from '../cast/partners.ts';
import { after, choosePartner, click, DAY_MS, happen, laneOf, newCustomer, someTime, type Draft } from './draft.ts';
import { maybeRegret } from './orders.ts';
import type { Channel, Customer, Order, Subscription, Trace } from './story.ts';

const program = 'subscription';
const MONTH_MS = 30 * DAY_MS;

/** A hut that tries the software because somebody recommended it, and perhaps pays for it every month. */
export function subscriber(draft: Draft): void {
  const { random } = draft;
  const seenAt = someTime(draft, 88, 1);
  const partner = choosePartner(draft, program, seenAt, null);
  const customer = newCustomer(draft, program, laneOf(partner));
  const { ref } = click(draft, { partner, program, at: seenAt, visitorId: random.uuid() });
  const at = after(draft, seenAt, 1);
  const trace = random.chance(0.05) ? {} : { click: ref };
  if (!happen(draft, { kind: 'lead', at, lane: customer.lane, customer, name: 'essai', trace })) return;
  if (random.chance(0.72)) subscribe(draft, customer, partner, ref, at + random.integer(7, 15) * DAY_MS);
}

function subscribe(draft: Draft, customer: Customer, partner: CastPartner, ref: number, start: Instant): void {
  const { random } = draft;
  const channel: Channel = random.chance(0.66) ? 'stripe' : 'api';
  const number = draft.next();
  const subscription: Subscription = {
    number,
    customer,
    product: random.weighted(subscriptions, ({ price }) => 1 / price),
    shape: number % 2 === 0 ? 'old' : 'new',
  };
  const coupon = partner.coupon !== undefined && random.chance(0.3) ? { coupon: partner.coupon } : {};
  const trace: Trace = { click: ref, ...coupon };
  for (let sequence = 1, at = start; ; sequence += 1, at += MONTH_MS) {
    const order = payment(draft, subscription, channel, at, sequence, sequence === 1 ? trace : {});
    if (!happen(draft, { kind: 'order', at, lane: customer.lane, order })) return;
    if (sequence === 1 && channel === 'stripe') {
      // The two messages overtake each other.
      const told = at + (random.chance(0.3) ? 2000 : -2000);
      happen(draft, { kind: 'checkout', at: told, lane: customer.lane, subscription, first: order, trace });
    }
    maybeRegret(draft, order, 0.05);
    if (!random.chance(0.1)) continue;
    happen(draft, { kind: 'unsubscription', at: at + 20 * DAY_MS, lane: customer.lane, subscription, channel });
    return;
  }
}

function payment(draft: Draft, subscription: Subscription, channel: Channel, at: Instant, sequence: number, trace: Trace): Order {
  const { customer, product } = subscription;
  const currency = customer.person.currency;
  const net = priceIn(currency, product.price);
  const line = { id: '1', product, quantity: 1, unitPrice: net, discount: 0, net };
  const billing = { sequence, subscription };
  return { channel, number: draft.next(), at, customer, currency, lines: [line], trace, billing };
}
