import type { Instant } from '@cordee/core/time';
import { priceIn, type Product } from '../cast/catalogue.ts';
import { after, happen, type Draft } from './draft.ts';
import { netOf, type Channel, type Customer, type Line, type Order, type Trace } from './story.ts';

/** Whole percents that a coupon takes off. */
const COUPON_PERCENT = 10;

interface Wish {
  readonly customer: Customer;
  readonly at: Instant;
  readonly channel: Channel;
  readonly trace: Trace;
  readonly products: readonly Product[];
  readonly mostPieces: number;
}

/** An order of some of these products. */
export function makeOrder(draft: Draft, { customer, at, channel, trace, products, mostPieces }: Wish): Order {
  const { random } = draft;
  const currency = channel === 'api' ? customer.person.currency : 'EUR';
  const chosen = [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.pick(products)))];
  const lines = chosen.map((product, index): Line => {
    const quantity = random.integer(1, mostPieces);
    const unitPrice = priceIn(currency, product.price);
    const discount = trace.coupon === undefined ? 0 : Math.round((unitPrice * quantity * COUPON_PERCENT) / 100);
    return { id: String(index + 1), product, quantity, unitPrice, discount, net: unitPrice * quantity - discount };
  });
  return { channel, number: draft.next(), at, customer, currency, lines, trace };
}

/** What goes wrong after an order: all of it comes back, a part of it, or it never leaves the house. */
export function maybeRegret(draft: Draft, order: Order, probability: number): void {
  const { random } = draft;
  if (!random.chance(probability)) return;
  const { lane } = order.customer;
  const at = after(draft, order.at, 9);
  const kind = random.integer(1, 10);
  if (kind === 1 && order.channel === 'api') {
    happen(draft, { kind: 'cancellation', at, lane, order });
    return;
  }
  const [first] = order.lines;
  if (first === undefined || netOf(order) === 0) return;
  if (kind <= 5) {
    happen(draft, { kind: 'refund', at, lane, order, lines: order.lines.map(({ id, net }) => ({ id, net })) });
    return;
  }
  if (kind <= 8 || first.net < 3) {
    happen(draft, { kind: 'refund', at, lane, order, lines: [{ id: first.id, net: first.net }] });
    return;
  }
  // Twice a part of one line: the parts never add up to whole cents of the commission.
  const third = Math.floor(first.net / 3);
  happen(draft, { kind: 'refund', at, lane, order, lines: [{ id: first.id, net: third }] });
  happen(draft, { kind: 'refund', at: after(draft, at, 5), lane, order, lines: [{ id: first.id, net: third + 1 }] });
}
