import type { OrderLine } from '@cordee/core/counting';
import { allocate } from '@cordee/core/money';

/** A line as its sender tells it; a credit line (a proration, a negative fee) has a net below zero. */
export interface RawLine extends Omit<OrderLine, 'net'> {
  readonly net: bigint;
}

/**
 * Lines whose nets are at least zero and sum to `total`: credits and differences (rounding by invoice, shipping left out) are
 * spread over the positive lines in proportion. Empty when there is nothing to spread over.
 */
export function settleLines(lines: readonly RawLine[], total: bigint): OrderLine[] {
  const charged = lines.filter(({ net }) => net > 0n);
  if (charged.length === 0 || total <= 0n) return [];
  const sum = lines.reduce((running, { net }) => running + net, 0n);
  const isPlain = sum === total && charged.length === lines.filter(({ net }) => net !== 0n).length;
  const nets = isPlain
    ? charged.map(({ net }) => net)
    : allocate(
        total,
        charged.map(({ net }) => net),
      );
  return charged.map((line, index) => ({ ...line, net: Number(nets[index] ?? 0n) }));
}
