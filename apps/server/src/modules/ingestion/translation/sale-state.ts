import { roundRatio } from '@cordee/core/money';
import type { JsonObject } from './json.ts';

/** A refund that was recorded and still takes; `key` is its external id. */
export interface Taking {
  readonly key: string;
  readonly net: number;
}

/**
 * What a connection knows of a payment it recorded as a sale, to turn what its payment system says in gross amounts into the
 * net that is taken back. All amounts are minor units. What was told only grows, so that the order of events does not matter.
 */
export interface SaleState {
  readonly currency: string;
  readonly customer: string;
  readonly gross: number;
  readonly net: number;
  /** By charge: each total refunded that was told, with when it was told. */
  readonly told: Readonly<Record<string, readonly (readonly [at: number, total: number])[]>>;
  /** By charge, then refund. */
  readonly refunds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By refund: when it failed, its charge, and its amount. */
  readonly failed: Readonly<Record<string, readonly [at: number, charge: string, amount: number]>>;
  /** By credit note: the part that no refund carries. */
  readonly credits: Readonly<Record<string, number>>;
  readonly takings: readonly Taking[];
  /** Net of everything ever taken, given back or not: it numbers the takings. */
  readonly everTaken: number;
}

export function openSale(net: bigint, gross: bigint, currency: string, customer: string): SaleState {
  const amounts = { gross: Number(gross), net: Number(net > 0n ? net : 0n) };
  return { currency, customer, ...amounts, told: {}, refunds: {}, failed: {}, credits: {}, takings: [], everTaken: 0 };
}

export function saleStateOf(data: JsonObject | undefined): SaleState | null {
  return data === undefined ? null : (data as unknown as SaleState);
}

export function isUnpaid({ net }: SaleState): boolean {
  return net === 0;
}

/** The net part of a gross amount of the payment, at most all of it. */
export function netPart({ gross, net }: SaleState, part: number): bigint {
  if (gross <= 0) return 0n;
  const capped = Math.min(Math.max(part, 0), gross);
  return roundRatio(BigInt(capped) * BigInt(net), BigInt(gross));
}

export interface Settlement {
  readonly state: SaleState;
  /** Takings that did not last. */
  readonly failures: readonly Taking[];
  /** What is taken now, when anything is. */
  readonly taking: Taking | null;
}

/**
 * Brings what is taken to what the refunds now known add up to. Too much, because one failed, is given back by whole takings:
 * the one of just that amount, else the latest ones, of which the rest is taken again.
 */
export function settleRefunds(state: SaleState, sale: string): Settlement {
  const due = Number(netPart(state, refundedGross(state)));
  const failures: Taking[] = [];
  let takings = [...state.takings];
  for (let over = takenBy(takings) - due; over > 0; over = takenBy(takings) - due) {
    const failing = takings.findLast(({ net }) => net === over) ?? takings.at(-1);
    if (failing === undefined) break;
    failures.push(failing);
    takings = takings.filter((taking) => taking !== failing);
  }
  const missing = due - takenBy(takings);
  const everTaken = state.everTaken + missing;
  const taking = missing > 0 ? { key: `${sale}:refunded:${everTaken}`, net: missing } : null;
  if (taking !== null) takings.push(taking);
  return { state: { ...state, takings, everTaken }, failures, taking };
}

function takenBy(takings: readonly Taking[]): number {
  return takings.reduce((sum, { net }) => sum + net, 0);
}

/**
 * What is refunded in all: by charge the larger of what its refunds sum to and what the charge said, where a failure told before
 * adds to what it said, since it no longer counts it; less the failed ones.
 */
function refundedGross(state: SaleState): number {
  const charges = new Set([...Object.keys(state.told), ...Object.keys(state.refunds)]);
  let total = Object.values(state.credits).reduce((sum, amount) => sum + amount, 0);
  for (const charge of charges) {
    const known = Object.values(state.refunds[charge] ?? {}).reduce((sum, amount) => sum + amount, 0);
    const said = (state.told[charge] ?? []).map(([at, amount]) => amount + failedBefore(state, charge, at));
    total += Math.max(known, ...said);
  }
  return Object.values(state.failed).reduce((sum, [, , amount]) => sum - amount, total);
}

function failedBefore({ failed }: SaleState, charge: string, at: number): number {
  let sum = 0;
  for (const [failedAt, of, amount] of Object.values(failed)) if (of === charge && failedAt < at) sum += amount;
  return sum;
}
