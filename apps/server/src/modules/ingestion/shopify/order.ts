import { findCode } from '@cordee/core/codes';
import { isCurrency } from '@cordee/core/money';
import { parseInstant, type Instant } from '@cordee/core/time';
import { saleFact } from '../translation/drafts.ts';
import { decimalAt } from '../translation/decimal.ts';
import {
  flagAt,
  idAt,
  integerAt,
  listAt,
  mustId,
  objectAt,
  textAt,
  TranslationFault,
  type JsonObject,
} from '../translation/json.ts';
import { settleLines, type RawLine } from '../translation/line-nets.ts';
import { attributesOf, clickIdOf, codeOf, mergeTouches, touchOf, type Touch } from '../translation/touch.ts';
import { facts, noFact, type HookEvent, type Translation, type World } from '../translation/translation.ts';

export const orderReference = (id: string): string => `sale:${id}`;

/** What later refunds of an order need to know of it. Minor units. */
export interface KnownOrder {
  readonly currency: string;
  readonly net: number;
  readonly gross: number;
  readonly taxesIncluded: boolean;
  readonly shipping: number;
}

export function knownOrder(id: string, world: World): KnownOrder | null {
  const data = world.known(orderReference(id));
  return data === undefined ? null : (data as unknown as KnownOrder);
}

const PAID: ReadonlySet<string> = new Set(['paid', 'partially_refunded', 'refunded']);

/** An order, once it is paid, is a sale; nothing is counted before. */
export function translateOrder(event: HookEvent, world: World): Translation {
  const order = event.payload;
  const id = mustId(order, 'id');
  if (world.known(orderReference(id)) !== undefined) return noFact('nothing_new');
  if (event.type !== 'orders/paid' && !PAID.has(textAt(order, 'financial_status') ?? '')) return noFact('not_paid');
  const known = orderMoney(order, world);
  const learned = [{ reference: orderReference(id), data: { ...known.facts } }];
  if (known.facts.net <= 0) return noFact('amount_is_zero', learned);
  const sale = saleFact(world, {
    externalId: id,
    occurredAt: paidAt(order, event),
    buyer: buyerOf(order, id),
    currency: known.facts.currency,
    net: BigInt(known.facts.net),
    lines: known.lines,
    touch: orderTouch(order),
    billing: { kind: 'one_time' },
  });
  return facts([sale], learned);
}

function orderMoney(order: JsonObject, world: World) {
  const currency = shopCurrency(order);
  const taxesIncluded = flagAt(order, 'taxes_included');
  const raw = listAt(order, 'line_items').map((line) => rawLine(line, currency, taxesIncluded));
  const shipping = listAt(order, 'shipping_lines').reduce((sum, line) => sum + lineNet(line, 1n, currency, taxesIncluded), 0n);
  const withShipping: RawLine[] =
    world.settings.includeShipping && shipping > 0n
      ? [...raw, { id: 'shipping', category: 'shipping', quantity: 1, net: shipping }]
      : raw;
  const net = withShipping.reduce((sum, line) => sum + line.net, 0n);
  const gross = shopMoney(order, 'total_price', currency) ?? net;
  const known: KnownOrder = {
    currency,
    net: Number(net > 0n ? net : 0n),
    gross: Number(gross),
    taxesIncluded,
    shipping: Number(shipping),
  };
  return { facts: known, lines: settleLines(withShipping, net) };
}

function rawLine(line: JsonObject, currency: string, taxesIncluded: boolean): RawLine {
  const quantity = Math.max(1, integerAt(line, 'quantity') ?? 1);
  const productId = idAt(line, 'product_id');
  const category = textAt(line, 'product_type') ?? textAt(line, 'vendor');
  return {
    id: mustId(line, 'id'),
    quantity,
    net: lineNet(line, BigInt(quantity), currency, taxesIncluded),
    ...(productId === null ? {} : { productId }),
    ...(category === null ? {} : { category }),
  };
}

// Discounts of the order and of the line are both allocated to it; tax is inside the price only in shops that say so.
function lineNet(line: JsonObject, quantity: bigint, currency: string, taxesIncluded: boolean): bigint {
  const price = shopMoney(line, 'price', currency) ?? 0n;
  const discounts = sumOf(listAt(line, 'discount_allocations'), 'amount', currency);
  const tax = taxesIncluded ? sumOf(listAt(line, 'tax_lines'), 'price', currency) : 0n;
  return price * quantity - discounts - tax;
}

function sumOf(parts: readonly JsonObject[], name: string, currency: string): bigint {
  return parts.reduce((sum, part) => sum + (shopMoney(part, name, currency) ?? 0n), 0n);
}

/** An amount in the shop's own currency: from `<name>_set.shop_money`, or the plain decimal, which is in it too. */
export function shopMoney(parent: JsonObject, name: string, currency: string): bigint | null {
  const money = objectAt(objectAt(parent, `${name}_set`), 'shop_money');
  return money === null ? decimalAt(parent, name, currency) : decimalAt(money, 'amount', currency);
}

export function shopCurrency(order: JsonObject): string {
  const currency = textAt(order, 'currency')?.toUpperCase() ?? '';
  if (isCurrency(currency)) return currency;
  throw new TranslationFault('/currency', { en: `Unknown currency ${currency}.`, fr: `Devise inconnue ${currency}.` });
}

/** The instant under a name, or the event's own. */
export function instantOf(parent: JsonObject, names: readonly string[], event: HookEvent): Instant {
  for (const name of names) {
    const text = textAt(parent, name);
    const at = text === null ? null : parseInstant(text);
    if (at !== null) return at;
  }
  return event.at;
}

// When it was made, which every event of the order tells alike.
function paidAt(order: JsonObject, event: HookEvent): Instant {
  return instantOf(order, ['processed_at', 'created_at'], event);
}

function buyerOf(order: JsonObject, id: string) {
  const customer = objectAt(order, 'customer');
  const address = objectAt(order, 'billing_address') ?? objectAt(order, 'shipping_address');
  const email = textAt(order, 'email') ?? textAt(customer, 'email');
  const own = touchOf(attributesOf(listAt(order, 'note_attributes'))).customer;
  const name = [textAt(customer, 'first_name'), textAt(customer, 'last_name')].filter((part) => part !== null).join(' ');
  return {
    externalId: own ?? idAt(customer, 'id') ?? email?.toLowerCase() ?? `order-${id}`,
    email,
    name: name === '' ? null : name,
    country: textAt(address, 'country_code'),
  };
}

function orderTouch(order: JsonObject): Touch {
  const attributes = touchOf(attributesOf(listAt(order, 'note_attributes')));
  const [discount] = listAt(order, 'discount_codes');
  const coupon = codeOf(textAt(discount ?? null, 'code'));
  return mergeTouches(coupon === null ? {} : { coupon }, attributes, landingTouch(textAt(order, 'landing_site')));
}

/** The click id or code in the address the buyer landed on. */
function landingTouch(landing: string | null): Touch {
  const query = landing?.split('?', 2)[1]?.split('#', 1)[0] ?? '';
  const clickId = clickIdOf(new URLSearchParams(query).get('cordee_click'));
  const code = findCode(query)?.code;
  return { ...(clickId === null ? {} : { clickId }), ...(code === undefined ? {} : { code }) };
}
