import { isCurrency, roundRatio } from '@cordee/core/money';
import { parseInstant, type Instant } from '@cordee/core/time';
import type { FactDraft } from '../../fact/index.ts';
import { aimedFact, saleFact } from '../translation/drafts.ts';
import { decimalAt } from '../translation/decimal.ts';
import { idAt, integerAt, listAt, mustId, objectAt, textAt, TranslationFault, type JsonObject } from '../translation/json.ts';
import { settleLines, type RawLine } from '../translation/line-nets.ts';
import { attributesOf, codeOf, mergeTouches, touchOf, type Touch } from '../translation/touch.ts';
import { facts, noFact, type HookEvent, type Translation, type World } from '../translation/translation.ts';

const PAID: ReadonlySet<string> = new Set(['processing', 'completed', 'refunded']);

/**
 * An order tells everything about itself each time: the sale once it is paid, each refund by its own id, and its cancellation
 * after payment. Whatever was recorded already is recognised by its key.
 */
export function translateOrder(event: HookEvent, world: World): Translation {
  const order = event.payload;
  const status = textAt(order, 'status') ?? '';
  const wasPaid = PAID.has(status) || textAt(order, 'date_paid_gmt') !== null || textAt(order, 'date_paid') !== null;
  if (!wasPaid) return noFact(status === 'failed' ? 'payment_failed' : 'not_paid');
  const id = mustId(order, 'id');
  const currency = currencyOf(order);
  const raw = linesOf(order, currency, world);
  const net = raw.reduce((sum, line) => sum + line.net, 0n);
  if (net <= 0n) return noFact('amount_is_zero');
  const drafts: FactDraft[] = [
    saleFact(world, {
      externalId: id,
      occurredAt: gmtOf(order, ['date_paid_gmt', 'date_created_gmt']) ?? event.at,
      buyer: buyerOf(order, id),
      currency,
      net,
      lines: settleLines(raw, net),
      touch: orderTouch(order),
      billing: { kind: 'one_time' },
    }),
    ...refundsOf(order, id, currency, net, event, world),
  ];
  if (status === 'cancelled' || status === 'failed')
    drafts.push(cancellation(id, gmtOf(order, ['date_modified_gmt']), event, world));
  return facts(drafts);
}

/** `order.deleted` carries the id alone. */
export function translateDeletion(event: HookEvent, world: World): Translation {
  return facts([cancellation(mustId(event.payload, 'id'), null, event, world)]);
}

function cancellation(id: string, at: Instant | null, event: HookEvent, world: World): FactDraft {
  return aimedFact(world, { kind: 'cancellation', externalId: id, occurredAt: at ?? event.at, sale: id, reason: 'cancelled' });
}

function refundsOf(order: JsonObject, id: string, currency: string, net: bigint, event: HookEvent, world: World): FactDraft[] {
  const gross = decimalAt(order, 'total', currency) ?? 0n;
  if (gross <= 0n) return [];
  return listAt(order, 'refunds').flatMap((refund) => {
    const total = decimalAt(refund, 'total', currency) ?? 0n;
    const refunded = roundRatio((total < 0n ? -total : total) * net, gross);
    if (refunded === 0n) return [];
    const reason = (textAt(refund, 'reason') ?? 'refund').slice(0, 100);
    const occurredAt = gmtOf(order, ['date_modified_gmt']) ?? event.at;
    return [aimedFact(world, { kind: 'refund', externalId: mustId(refund, 'id'), occurredAt, sale: id, net: refunded, reason })];
  });
}

function linesOf(order: JsonObject, currency: string, world: World): RawLine[] {
  const items = listAt(order, 'line_items').map((line): RawLine => {
    const productId = idAt(line, 'product_id');
    return {
      id: mustId(line, 'id'),
      quantity: Math.max(1, integerAt(line, 'quantity') ?? 1),
      // After discounts and without tax, whatever the shop shows.
      net: decimalAt(line, 'total', currency) ?? 0n,
      ...(productId === null ? {} : { productId }),
    };
  });
  // A negative fee is a discount; a positive one is no merchandise.
  const fees = listAt(order, 'fee_lines').map((line): RawLine => ({
    id: idAt(line, 'id') ?? 'fee',
    quantity: 1,
    net: decimalAt(line, 'total', currency) ?? 0n,
  }));
  const shipping = listAt(order, 'shipping_lines').reduce((sum, line) => sum + (decimalAt(line, 'total', currency) ?? 0n), 0n);
  const extra: RawLine[] =
    world.settings.includeShipping && shipping > 0n ? [{ id: 'shipping', category: 'shipping', quantity: 1, net: shipping }] : [];
  return [...items, ...fees.filter(({ net }) => net < 0n), ...extra];
}

function currencyOf(order: JsonObject): string {
  const currency = textAt(order, 'currency')?.toUpperCase() ?? '';
  if (isCurrency(currency)) return currency;
  throw new TranslationFault('/currency', { en: `Unknown currency ${currency}.`, fr: `Devise inconnue ${currency}.` });
}

// Instants in GMT, written without an offset.
function gmtOf(order: JsonObject, names: readonly string[]): Instant | null {
  for (const name of names) {
    const text = textAt(order, name);
    const at = text === null ? null : parseInstant(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
    if (at !== null) return at;
  }
  return null;
}

function buyerOf(order: JsonObject, id: string) {
  const billing = objectAt(order, 'billing');
  const email = textAt(billing, 'email');
  const own = touchOf(attributesOf(listAt(order, 'meta_data'))).customer;
  const account = idAt(order, 'customer_id');
  const name = [textAt(billing, 'first_name'), textAt(billing, 'last_name')].filter((part) => part !== null).join(' ');
  return {
    // Guests all carry the account 0.
    externalId: own ?? (account === null || account === '0' ? (email?.toLowerCase() ?? `order-${id}`) : account),
    email,
    name: name === '' ? null : name,
    country: textAt(billing, 'country'),
  };
}

function orderTouch(order: JsonObject): Touch {
  const [coupon] = listAt(order, 'coupon_lines');
  const code = codeOf(textAt(coupon ?? null, 'code'));
  return mergeTouches(code === null ? {} : { coupon: code }, touchOf(attributesOf(listAt(order, 'meta_data'))));
}
