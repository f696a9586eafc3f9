import type { OrderLine } from '@cordee/core/counting';
import { roundRatio } from '@cordee/core/money';
import { aimedFact } from '../translation/drafts.ts';
import { listAt, idAt, mustId, textAt, type JsonObject } from '../translation/json.ts';
import { facts, noFact, waiting, type HookEvent, type Translation, type World } from '../translation/translation.ts';
import type { FactDraft } from '../../fact/index.ts';
import { instantOf, knownOrder, orderReference, shopMoney, type KnownOrder } from './order.ts';

/** `refunds/create`: by the lines it names; a refund of an amount alone is taken in the order's share of net in gross. */
export function translateRefund(event: HookEvent, world: World): Translation {
  const order = mustId(event.payload, 'order_id');
  const known = knownOrder(order, world);
  if (known === null) return waiting([orderReference(order)], null);
  const fact = refundFact(event.payload, order, known, event, world);
  return fact === null ? noFact('nothing_to_refund') : facts([fact]);
}

/** The refunds an updated order brings along. */
export function refundsOf(event: HookEvent, order: string, known: KnownOrder, world: World): FactDraft[] {
  const found = listAt(event.payload, 'refunds').map((refund) => refundFact(refund, order, known, event, world));
  return found.filter((fact): fact is FactDraft => fact !== null);
}

function refundFact(refund: JsonObject, order: string, known: KnownOrder, event: HookEvent, world: World): FactDraft | null {
  const lines = refundedLines(refund, known, world);
  const net = lines.length > 0 ? lines.reduce((sum, line) => sum + BigInt(line.net), 0n) : amountRefunded(refund, known);
  if (net <= 0n) return null;
  return aimedFact(world, {
    kind: 'refund',
    externalId: mustId(refund, 'id'),
    occurredAt: instantOf(refund, ['processed_at', 'created_at'], event),
    sale: order,
    net,
    lines,
    reason: (textAt(refund, 'note') ?? 'refund').slice(0, 100),
  });
}

function refundedLines(refund: JsonObject, known: KnownOrder, world: World): OrderLine[] {
  const nets = new Map<string, bigint>();
  for (const part of listAt(refund, 'refund_line_items')) {
    const id = idAt(part, 'line_item_id') ?? idAt(part, 'line_item');
    if (id === null) continue;
    const subtotal = shopMoney(part, 'subtotal', known.currency) ?? 0n;
    const tax = known.taxesIncluded ? (shopMoney(part, 'total_tax', known.currency) ?? 0n) : 0n;
    nets.set(id, (nets.get(id) ?? 0n) + subtotal - tax);
  }
  if (world.settings.includeShipping) {
    const shipping = shippingRefunded(refund, known);
    if (shipping > 0n) nets.set('shipping', shipping);
  }
  return [...nets].filter(([, net]) => net > 0n).map(([id, net]) => ({ id, quantity: 1, net: Number(net) }));
}

// Told as a negative adjustment, before its tax.
function shippingRefunded(refund: JsonObject, known: KnownOrder): bigint {
  const adjustments = listAt(refund, 'order_adjustments').filter((part) => textAt(part, 'kind') === 'shipping_refund');
  return adjustments.reduce((sum, part) => sum - (shopMoney(part, 'amount', known.currency) ?? 0n), 0n);
}

function amountRefunded(refund: JsonObject, known: KnownOrder): bigint {
  const paid = listAt(refund, 'transactions').filter(
    (part) => textAt(part, 'kind') === 'refund' && textAt(part, 'status') === 'success',
  );
  const gross = paid.reduce((sum, part) => sum + (shopMoney(part, 'amount', known.currency) ?? 0n), 0n);
  // Shipping alone, where it never counted.
  const shipping = shippingRefunded(refund, known);
  const goods = shipping > 0n && shipping >= gross ? 0n : gross;
  return known.gross <= 0 ? 0n : roundRatio(goods * BigInt(known.net), BigInt(known.gross));
}
