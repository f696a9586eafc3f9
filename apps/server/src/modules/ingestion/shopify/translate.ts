import { roundRatio } from '@cordee/core/money';
import { aimedFact } from '../translation/drafts.ts';
import { decimalAt } from '../translation/decimal.ts';
import { idAt, mustId, objectAt, textAt } from '../translation/json.ts';
import {
  facts,
  noFact,
  waiting,
  type HookEvent,
  type Translation,
  type Translator,
  type World,
} from '../translation/translation.ts';
import { instantOf, knownOrder, orderReference, translateOrder } from './order.ts';
import { refundsOf, translateRefund } from './refund.ts';

/** Shopify's webhooks by topic (https://shopify.dev/docs/api/webhooks); amounts are the shop's own (`shop_money`). */
export const shopifyTranslator: Translator = {
  references(event) {
    const order = event.type.startsWith('orders/') ? idAt(event.payload, 'id') : idAt(event.payload, 'order_id');
    return order === null ? [] : [orderReference(order)];
  },
  translate(event, world) {
    if (event.type.startsWith('disputes/')) return translateDispute(event, world);
    switch (event.type) {
      case 'orders/paid':
      case 'orders/create':
        return translateOrder(event, world);
      case 'orders/updated':
        return translateUpdate(event, world);
      case 'orders/cancelled':
        return translateCancellation(event, world);
      case 'refunds/create':
        return translateRefund(event, world);
      case 'customers/redact':
        return redact(event);
      case 'customers/data_request':
      case 'shop/redact':
        return noFact('request_noted');
      default:
        return noFact('unknown_type');
    }
  },
};

/** An update of an order counts only for the refunds it brings. */
function translateUpdate(event: HookEvent, world: World): Translation {
  const id = mustId(event.payload, 'id');
  const known = knownOrder(id, world);
  if (known === null) return noFact('not_paid');
  const refunds = refundsOf(event, id, known, world);
  return refunds.length === 0 ? noFact('nothing_new') : facts(refunds);
}

function translateCancellation(event: HookEvent, world: World): Translation {
  const id = mustId(event.payload, 'id');
  const occurredAt = instantOf(event.payload, ['cancelled_at'], event);
  const reason = (textAt(event.payload, 'cancel_reason') ?? 'cancelled').slice(0, 100);
  return facts([aimedFact(world, { kind: 'cancellation', externalId: id, occurredAt, sale: id, reason })]);
}

function translateDispute(event: HookEvent, world: World): Translation {
  const dispute = event.payload;
  const order = idAt(dispute, 'order_id');
  if (order === null) return noFact('unknown_type');
  const known = knownOrder(order, world);
  if (known === null) return waiting([orderReference(order)], null);
  const id = mustId(dispute, 'id');
  const status = textAt(dispute, 'status') ?? '';
  const aimed = { externalId: id, sale: order };
  const endedAt = instantOf(dispute, ['finalized_on'], event);
  if (status === 'won') return facts([aimedFact(world, { ...aimed, kind: 'dispute_won', occurredAt: endedAt })]);
  if (status === 'lost' || status === 'accepted') {
    const gross = decimalAt(dispute, 'amount', known.currency) ?? BigInt(known.gross);
    const net = known.gross <= 0 ? 0n : roundRatio(gross * BigInt(known.net), BigInt(known.gross));
    return facts([aimedFact(world, { ...aimed, kind: 'dispute_lost', occurredAt: endedAt, net })]);
  }
  // The money went back by a refund, which is told by itself: the wait ends.
  if (status === 'charge_refunded') return facts([aimedFact(world, { ...aimed, kind: 'dispute_won', occurredAt: endedAt })]);
  const occurredAt = instantOf(dispute, ['initiated_at'], event);
  const reason = (textAt(dispute, 'reason') ?? 'dispute').slice(0, 100);
  return facts([aimedFact(world, { ...aimed, kind: 'dispute_opened', occurredAt, reason })]);
}

function redact(event: HookEvent): Translation {
  const externalId = idAt(objectAt(event.payload, 'customer'), 'id');
  return externalId === null ? noFact('request_noted') : noFact('person_erased', [], [{ kind: 'forget', externalId }]);
}
