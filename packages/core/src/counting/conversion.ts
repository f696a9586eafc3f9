import { allocate, roundRatio } from '../money/index.ts';
import type { Fact } from './fact.ts';
import type { CommissionRecord, Conversion, ConversionLine } from './state.ts';

/** Opens the lines of a conversion; amounts that came without lines are one line named `order`. */
export function openLines(fact: Fact): ConversionLine[] {
  const lines = fact.body.lines;
  if (lines === undefined || lines.length === 0) {
    return fact.amount === null ? [] : [{ id: 'order', net: fact.amount, refunded: 0n }];
  }
  return lines.map((line) => ({ id: line.id, net: BigInt(line.net), refunded: 0n }));
}

/** What can still be refunded of a line. */
export function remainingOf(line: ConversionLine): bigint {
  return line.net - line.refunded;
}

/**
 * Takes a refund into the lines: by the lines it names, or by its amount spread over what is left of each line (largest
 * remainder). Never more than is left; returns what was taken, zero when nothing was left. A fact without lines or amount takes all.
 */
export function refundLines(lines: ConversionLine[], fact: Fact): bigint {
  const named = fact.body.lines;
  if (named !== undefined && named.length > 0) {
    return sum(named.map((part) => takeFrom(lines, part.id, BigInt(part.net))));
  }
  const left = sum(lines.map(remainingOf));
  const asked = fact.amount ?? left;
  const taken = asked < left ? asked : left;
  if (taken <= 0n) return 0n;
  const parts = allocate(taken, lines.map(remainingOf));
  for (const [index, line] of lines.entries()) line.refunded += parts[index] ?? 0n;
  return taken;
}

/** What an earlier refund, cancellation or lost dispute took from the lines, when a conversion is read back. */
export function replayLines(lines: ConversionLine[], fact: Fact): void {
  if (fact.kind === 'refund' || (fact.kind === 'dispute_lost' && fact.amount !== null)) refundLines(lines, fact);
  else if (fact.kind === 'cancellation' || fact.kind === 'dispute_lost') refundAll(lines);
}

/** Takes everything that is left of every line. */
export function refundAll(lines: ConversionLine[]): void {
  for (const line of lines) line.refunded = line.net;
}

function takeFrom(lines: ConversionLine[], id: string, asked: bigint): bigint {
  const line = lines.find((candidate) => candidate.id === id);
  if (line === undefined) return 0n;
  const left = remainingOf(line);
  const taken = asked < left ? asked : left;
  if (taken <= 0n) return 0n;
  line.refunded += taken;
  return taken;
}

/**
 * How much of a commission must be reversed in all, given what has been refunded of its line (or of the whole order): in
 * proportion, at its own frozen amount, exactly all of it once everything is refunded.
 */
export function reversedTarget(conversion: Conversion, commission: CommissionRecord): bigint {
  const lines = commission.lineId === null ? conversion.lines : conversion.lines.filter((line) => line.id === commission.lineId);
  const net = sum(lines.map((line) => line.net));
  const refunded = sum(lines.map((line) => line.refunded));
  if (net <= 0n) return refunded === net && conversion.kind !== 'sale' ? commission.amount : commission.reversed;
  if (refunded >= net) return commission.amount;
  return roundRatio(commission.amount * refunded, net);
}

/** Sum of minor units. */
export function sum(amounts: readonly bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
