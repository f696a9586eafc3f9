import { allocate, roundRatio } from '../money/index.ts';
import { keyOfFact, type Fact } from './fact.ts';
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
 * Takes a later fact into what is known of a conversion: its lines, and its disputes. The same when the fact is counted and when
 * the conversion is read back. A refund that failed leaves no trace, whichever of the two is heard of first: the lines are then
 * what they would be without it.
 */
export function followConversion(conversion: Conversion, fact: Fact): void {
  switch (fact.kind) {
    case 'refund':
      if (!hasFailed(conversion, fact)) take(conversion, fact);
      return;
    case 'cancellation':
      take(conversion, fact);
      return;
    case 'refund_failed':
      forgetRefund(conversion, fact);
      return;
    case 'dispute_opened':
      if (!isOldNews(conversion, fact)) conversion.disputed = true;
      return;
    case 'dispute_lost':
      take(conversion, fact);
      endDispute(conversion, fact);
      return;
    case 'dispute_won':
      endDispute(conversion, fact);
      return;
    default:
  }
}

/** Whether this refund was told to have failed before it was heard of. */
export function hasFailed({ failedRefunds }: Conversion, refund: Fact): boolean {
  return failedRefunds.includes(keyOfFact(refund));
}

/** Whether a dispute was opened before the last one ended, and is heard of only now. */
export function isOldNews({ disputeEndedAt }: Conversion, { occurredAt }: Fact): boolean {
  return disputeEndedAt !== null && occurredAt <= disputeEndedAt;
}

function endDispute(conversion: Conversion, { occurredAt }: Fact): void {
  conversion.disputed = false;
  if (conversion.disputeEndedAt === null || occurredAt > conversion.disputeEndedAt) conversion.disputeEndedAt = occurredAt;
}

function take(conversion: Conversion, fact: Fact): void {
  conversion.takings.push(fact);
  takeLines(conversion);
}

function forgetRefund(conversion: Conversion, { body }: Fact): void {
  const { failedRefunds, takings } = conversion;
  if (body.refund === undefined || failedRefunds.includes(body.refund)) return;
  failedRefunds.push(body.refund);
  const index = takings.findIndex((fact) => fact.kind === 'refund' && keyOfFact(fact) === body.refund);
  if (index < 0) return;
  takings.splice(index, 1);
  takeLines(conversion);
}

/** Whether a fact takes everything: it names neither lines nor an amount. */
function takesAll({ kind, amount, body }: Fact): boolean {
  return kind === 'cancellation' || (amount === null && (body.lines ?? []).length === 0);
}

/**
 * What all takings take of each line, in whatever order they were told: everything, if one asks for that; else what lines were
 * named, then the amounts together spread over what is left of each line (largest remainder); never more than is left.
 */
function takeLines({ lines, takings }: Conversion): void {
  const all = takings.some(takesAll);
  for (const line of lines) line.refunded = all ? line.net : 0n;
  if (all) return;
  let asked = 0n;
  for (const { amount, body } of takings) {
    if (body.lines === undefined || body.lines.length === 0) asked += amount ?? 0n;
    else for (const part of body.lines) takeFrom(lines, part.id, BigInt(part.net));
  }
  const left = sum(lines.map(remainingOf));
  const taken = asked < left ? asked : left;
  if (taken <= 0n) return;
  const parts = allocate(taken, lines.map(remainingOf));
  for (const [index, line] of lines.entries()) line.refunded += parts[index] ?? 0n;
}

function takeFrom(lines: ConversionLine[], id: string, asked: bigint): void {
  const line = lines.find((candidate) => candidate.id === id);
  if (line === undefined) return;
  const left = remainingOf(line);
  const taken = asked < left ? asked : left;
  if (taken > 0n) line.refunded += taken;
}

/**
 * How much of a commission must be reversed in all, given what has been taken of its line (or of the whole order): in
 * proportion, at its own frozen amount, exactly all of it once everything is refunded.
 */
export function reversedTarget(conversion: Conversion, commission: CommissionRecord): bigint {
  if (isAllTaken(conversion)) return commission.amount;
  const lines = commission.lineId === null ? conversion.lines : conversion.lines.filter((line) => line.id === commission.lineId);
  const net = sum(lines.map((line) => line.net));
  if (net <= 0n) return 0n;
  const refunded = sum(lines.map((line) => line.refunded));
  if (refunded >= net) return commission.amount;
  return roundRatio(commission.amount * refunded, net);
}

/** Of a free order only what asks for everything takes anything; of a lead, which has no lines, whatever takes at all. */
function isAllTaken({ takings, lines }: Conversion): boolean {
  if (takings.some(takesAll)) return true;
  const isFree = lines.length > 0 && sum(lines.map((line) => line.net)) <= 0n;
  return takings.length > 0 && !isFree && sum(lines.map(remainingOf)) === 0n;
}

/** Sum of minor units. */
export function sum(amounts: readonly bigint[]): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
