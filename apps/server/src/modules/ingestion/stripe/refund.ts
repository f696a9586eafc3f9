import type { Instant } from '@cordee/core/time';
import { aimedFact } from '../translation/drafts.ts';
import { idAt, integerAt, listAt, mustId, mustInteger, textAt, type JsonObject } from '../translation/json.ts';
import { isUnpaid, settleRefunds, type SaleState } from '../translation/sale-state.ts';
import {
  facts,
  noFact,
  waiting,
  type HookEvent,
  type Learned,
  type Translation,
  type World,
} from '../translation/translation.ts';
import { stripeAmount } from './currency.ts';
import { findSale, learnPayments, paymentIdsOf, paymentReferences, saleReference, type PaymentIds } from './references.ts';

export function refundReferences(object: JsonObject): string[] {
  return paymentReferences(paymentIdsOf(object));
}

/** `charge.refunded`: how much of the charge is refunded in all, and (before API version 2022-11-15) by which refunds. */
export function translateChargeRefunded(event: HookEvent, world: World): Translation {
  const charge = event.payload;
  const ids = paymentIdsOf(charge);
  return withSale(ids, world, (key, state) => {
    const id = mustId(charge, 'id');
    const minor = (amount: number) => Number(stripeAmount(amount, state.currency));
    const refunds: Record<string, number> = { ...state.refunds[id] };
    for (const refund of listAt(charge, 'refunds')) refunds[mustId(refund, 'id')] = minor(mustInteger(refund, 'amount'));
    const total = [event.at, minor(mustInteger(charge, 'amount_refunded'))] as const;
    const told = { ...state.told, [id]: [...(state.told[id] ?? []), total] };
    const next = { ...state, told, refunds: { ...state.refunds, [id]: refunds } };
    return settle(key, next, null, event, world, learnPayments(key, [ids.paymentIntent, id], world));
  });
}

/** `refund.created`, `refund.updated`, `refund.failed`: one refund; one that failed is given back. */
export function translateRefund(event: HookEvent, world: World): Translation {
  const refund = event.payload;
  const ids = paymentIdsOf(refund);
  return withSale(ids, world, (key, state) => {
    const id = mustId(refund, 'id');
    const charge = ids.charge ?? ids.paymentIntent ?? key;
    const amount = Number(stripeAmount(mustInteger(refund, 'amount'), state.currency));
    const next = { ...state, refunds: { ...state.refunds, [charge]: { ...state.refunds[charge], [id]: amount } } };
    const status = textAt(refund, 'status');
    const failed = event.type === 'refund.failed' || status === 'failed' || status === 'canceled';
    return settle(key, next, failed ? { id, charge, amount } : null, event, world);
  });
}

/** A credit note lowers its invoice; the part that a refund pays out is told by that refund. */
export function translateCreditNote(event: HookEvent, world: World): Translation {
  const note = event.payload;
  const ids = { invoice: idAt(note, 'invoice'), paymentIntent: null, charge: null };
  return withSale(ids, world, (key, state) => {
    const id = mustId(note, 'id');
    const amount = Number(stripeAmount(unrefunded(note), state.currency));
    if (amount <= 0) return noFact('told_by_refund');
    const next = { ...state, credits: { ...state.credits, [id]: amount } };
    const isVoid = event.type === 'credit_note.voided' || textAt(note, 'status') === 'void';
    return settle(key, next, isVoid ? { id, charge: '', amount } : null, event, world);
  });
}

export function creditNoteReferences(note: JsonObject): string[] {
  return [saleReference(mustId(note, 'invoice'))];
}

function unrefunded(note: JsonObject): number {
  const total = integerAt(note, 'total') ?? mustInteger(note, 'amount');
  const paidOut = listAt(note, 'refunds').reduce((sum, part) => sum + (integerAt(part, 'amount_refunded') ?? 0), 0);
  // Before 2025-03-31 one refund, without its amount: all but what was settled out of band.
  if (paidOut === 0 && idAt(note, 'refund') !== null) return integerAt(note, 'out_of_band_amount') ?? 0;
  return total - paidOut;
}

/** Runs `change` on the sale behind a payment, or waits for it. */
export function withSale(ids: PaymentIds, world: World, change: (key: string, state: SaleState) => Translation): Translation {
  const found = findSale(ids, world);
  return 'missing' in found ? waiting(found.missing, null) : change(found.key, found.state);
}

interface Failure {
  readonly id: string;
  readonly charge: string;
  /** Gross. */
  readonly amount: number;
}

/**
 * Records what the refunds now known add up to beyond what was taken, or gives back what one that failed had taken: the same
 * sums in any order of events. One whose failure is told before anything was taken leaves no fact.
 */
function settle(
  key: string,
  known: SaleState,
  failure: Failure | null,
  event: HookEvent,
  world: World,
  learned: readonly Learned[] = [],
): Translation {
  const { state, failures, taking } = settleRefunds(failure === null ? known : withFailure(known, failure, event.at), key);
  const all = [...learned, { reference: saleReference(key), data: { ...state } }];
  const why = textAt(event.payload, failure === null ? 'reason' : 'failure_reason')?.slice(0, 100);
  const aimed = { sale: key, occurredAt: event.at, ...(why === undefined ? {} : { reason: why }) };
  const drafts = failures.map((failed) =>
    aimedFact(world, { ...aimed, kind: 'refund_failed', externalId: `${failed.key}:failed`, refund: failed.key }),
  );
  if (taking !== null)
    drafts.push(aimedFact(world, { ...aimed, kind: 'refund', externalId: taking.key, net: BigInt(taking.net) }));
  if (drafts.length > 0) return facts(drafts, all);
  if (failure !== null) return noFact('refund_failed', all);
  return noFact(isUnpaid(state) ? 'nothing_to_refund' : 'nothing_new', all);
}

function withFailure(state: SaleState, { id, charge, amount }: Failure, at: Instant): SaleState {
  const first = Math.min(at, state.failed[id]?.[0] ?? at);
  return { ...state, failed: { ...state.failed, [id]: [first, charge, amount] } };
}

/** Events of a charge that teach, before API version 2025-03-31, which invoice it belongs to. */
export function translateChargeLink(event: HookEvent, world: World): Translation {
  const ids = paymentIdsOf(event.payload);
  if (ids.invoice === null) return noFact('unknown_type');
  return noFact('linked', learnPayments(ids.invoice, [ids.paymentIntent, ids.charge], world));
}
