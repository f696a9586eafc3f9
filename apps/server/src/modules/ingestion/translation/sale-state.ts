import { roundRatio } from '@cordee/core/money';
import type { JsonObject } from './json.ts';

/** A recorded sale that refunds are taken from: the payment's own, then those that gave back a refund that failed. */
export interface Pot {
  readonly sale: string;
  readonly gross: number;
  readonly net: number;
  /** Net taken back so far. */
  readonly taken: number;
}

/**
 * What a connection knows of a payment it recorded as a sale, to turn what its payment system says in gross amounts into the
 * net that is taken back. All amounts are minor units; every part only grows, so that the order of events does not matter.
 */
export interface SaleState {
  readonly currency: string;
  readonly customer: string;
  readonly pots: readonly Pot[];
  /** By charge: each total refunded that was told, with when it was told. */
  readonly told: Readonly<Record<string, readonly (readonly [at: number, total: number])[]>>;
  /** By charge, then refund. */
  readonly refunds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By refund: when it failed, and its charge. */
  readonly failed: Readonly<Record<string, readonly [at: number, charge: string]>>;
  /** By credit note: the part that no refund carries. */
  readonly credits: Readonly<Record<string, number>>;
}

export function openSale(sale: string, net: bigint, gross: bigint, currency: string, customer: string): SaleState {
  const pot = { sale, gross: Number(gross), net: Number(net > 0n ? net : 0n), taken: 0 };
  return { currency, customer, pots: [pot], told: {}, refunds: {}, failed: {}, credits: {} };
}

export function saleStateOf(data: JsonObject | undefined): SaleState | null {
  return data === undefined ? null : (data as unknown as SaleState);
}

export function isUnpaid({ pots }: SaleState): boolean {
  return pots.every(({ net }) => net === 0);
}

/** The net part of a gross amount of the payment, at most all of it. */
export function netPart({ pots }: SaleState, gross: number): bigint {
  const [own] = pots;
  return own === undefined ? 0n : netInPot(own, gross);
}

export interface Taking {
  readonly sale: string;
  readonly net: bigint;
  /** Net taken from this sale in all, this time included. */
  readonly total: bigint;
}

/** Takes back whatever the refunds now known add up to beyond what was taken, sale after sale. */
export function takeRefunds(state: SaleState): { readonly state: SaleState; readonly takings: readonly Taking[] } {
  let left = refundedGross(state);
  const takings: Taking[] = [];
  const pots = state.pots.map((pot) => {
    const total = netInPot(pot, left);
    left = Math.max(0, left - pot.gross);
    const net = total - BigInt(pot.taken);
    if (net <= 0n) return pot;
    takings.push({ sale: pot.sale, net, total });
    return { ...pot, taken: Number(total) };
  });
  return { state: { ...state, pots }, takings };
}

function netInPot(pot: Pot, gross: number): bigint {
  if (pot.gross <= 0) return 0n;
  const capped = Math.min(Math.max(gross, 0), pot.gross);
  return roundRatio(BigInt(capped) * BigInt(pot.net), BigInt(pot.gross));
}

/**
 * Everything that was ever refunded, failed refunds included (their failure gives them back): by charge the larger of what the
 * refunds sum to and what the charge said, a failure told before adding to what it said, since it no longer counts it.
 */
function refundedGross(state: SaleState): number {
  const charges = new Set([...Object.keys(state.told), ...Object.keys(state.refunds)]);
  let total = Object.values(state.credits).reduce((sum, amount) => sum + amount, 0);
  for (const charge of charges) {
    const refunds = state.refunds[charge] ?? {};
    const known = Object.values(refunds).reduce((sum, amount) => sum + amount, 0);
    const said = (state.told[charge] ?? []).map(([at, amount]) => amount + failedBefore(state, charge, refunds, at));
    total += Math.max(known, ...said);
  }
  return total;
}

function failedBefore(state: SaleState, charge: string, refunds: Readonly<Record<string, number>>, at: number): number {
  let sum = 0;
  for (const [refund, [failedAt, of]] of Object.entries(state.failed)) {
    if (of === charge && failedAt < at) sum += refunds[refund] ?? 0;
  }
  return sum;
}
