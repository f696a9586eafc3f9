import { goods } from '../cast/catalogue.ts';
import { castPartners, emailOf } from '../cast/partners.ts';
import type { CastPartner } from '../cast/partners.ts';
import { after, choosePartner, click, DAY_MS, daysAgo, happen, laneOf, newCustomer, someTime, type Draft } from './draft.ts';
import { makeOrder, maybeRegret } from './orders.ts';
import type { Channel, Customer, Trace } from './story.ts';

const program = 'affiliation';

/** A customer of the shop: reads about it, comes back, buys. */
export function shopCustomer(draft: Draft): void {
  const { random } = draft;
  const firstSeen = someTime(draft, 89, 2);
  const partner = choosePartner(draft, program, firstSeen, null);
  const customer = newCustomer(draft, program, laneOf(partner));
  const visitorId = random.uuid();
  let lastSeen = firstSeen;
  let lastClick = click(draft, { partner, program, at: firstSeen, visitorId }).ref;
  for (let more = random.chance(0.38) ? random.integer(1, 2) : 0; more > 0; more -= 1) {
    const at = after(draft, lastSeen, 3);
    if (at >= draft.anchor) break;
    const other = choosePartner(draft, program, at, customer.lane);
    lastClick = click(draft, { partner: other, program, at, visitorId }).ref;
    lastSeen = at;
  }
  const trace = traceOf(draft, partner, visitorId, lastClick);
  if (random.chance(0.25)) {
    happen(draft, {
      kind: 'lead',
      at: lastSeen + 90_000,
      lane: customer.lane,
      customer,
      name: 'newsletter',
      trace: { click: lastClick },
    });
  }
  buy(draft, customer, trace, lastSeen);
}

function traceOf(draft: Draft, partner: CastPartner, visitorId: string, lastClick: number): Trace {
  const { random } = draft;
  const kind = random.next();
  if (kind < 0.07) return {};
  if (kind < 0.2 && partner.coupon !== undefined) return { coupon: partner.coupon, click: lastClick };
  if (kind < 0.27) return { code: partner.code };
  return kind < 0.62 ? { visitorId } : { click: lastClick, visitorId };
}

function buy(draft: Draft, customer: Customer, trace: Trace, since: number): void {
  const { random } = draft;
  // Some take their time, beyond the window of a click.
  const at = random.chance(0.04) ? since + random.integer(33, 50) * DAY_MS : after(draft, since, 4);
  const channel = random.weighted<Channel>(['api', 'shopify', 'woocommerce'], (name) => (name === 'api' ? 3 : 1));
  const first = makeOrder(draft, { customer, at, channel, trace, products: goods, mostPieces: 2 });
  if (!happen(draft, { kind: 'order', at, lane: customer.lane, order: first })) return;
  maybeRegret(draft, first, 0.08);
  for (let last = at; random.chance(0.42);) {
    last = after(draft, last, 16);
    const again = makeOrder(draft, { customer, at: last, channel, trace: {}, products: goods, mostPieces: 2 });
    if (!happen(draft, { kind: 'order', at: last, lane: customer.lane, order: again })) return;
    maybeRegret(draft, again, 0.05);
  }
}

/** A partner buys through its own link: it may, and is not paid for it. */
export function ownPurchase(draft: Draft, code: string): void {
  const partner = castPartners.find((one) => one.code === code);
  if (partner === undefined) throw new Error(`no partner ${code}`);
  const known = newCustomer(draft, program, laneOf(partner));
  const customer = { ...known, person: { ...known.person, email: emailOf(partner) } };
  const at = daysAgo(draft, 33) + 11 * 3_600_000;
  const visitorId = draft.random.uuid();
  const { ref } = click(draft, { partner, program, at, visitorId });
  const trace = { click: ref };
  const order = makeOrder(draft, { customer, at: at + 1_800_000, channel: 'api', trace, products: goods, mostPieces: 1 });
  happen(draft, { kind: 'order', at: order.at, lane: customer.lane, order });
}

/** A visit that leads to nothing; now and then the same one twice. */
export function idleVisit(draft: Draft): void {
  const { random } = draft;
  const where = random.chance(0.75) ? program : 'subscription';
  const at = someTime(draft, 90, 0);
  const partner = choosePartner(draft, where, at, null);
  const visitorId = random.uuid();
  click(draft, { partner, program: where, at, visitorId });
  if (random.chance(0.06)) click(draft, { partner, program: where, at: at + 240_000, visitorId });
}
