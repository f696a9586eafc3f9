import { allocateByRates, parseRate } from '../money/index.ts';
import { compiled } from '../plan/index.ts';
import { takeBackCounters, volumeKey } from '../reward/index.ts';
import type { RewardEvent } from '../plan/plan.ts';
import { periodOf } from '../time/index.ts';
import type { Credit } from '../attribution/credit.ts';
import type { CommissionRecord, Conversion, CountingState } from './state.ts';
import { planVersionOf, type PlanVersionTerms, type Terms } from './terms.ts';

/**
 * Refunded revenue no longer counts towards tiers: each credited partner's volume of the conversion's own period goes down by
 * its part of what was just refunded (`before` holds what each line had refunded until now).
 */
export function takeBackVolume(conversion: Conversion, before: readonly bigint[], terms: Terms, state: CountingState): void {
  if (conversion.kind !== 'sale' || conversion.currency === null || conversion.credits.length === 0) return;
  const refunded = conversion.lines.map((line) => line.refunded);
  for (const [index, credit] of conversion.credits.entries()) {
    // What a refusal has already taken out of the volume is not taken out again.
    const counted = conversion.lines.map((line) => !isLineRefused(conversion, credit.enrollmentId, line.id));
    const delta = creditedSum(conversion, index, refunded, counted) - creditedSum(conversion, index, before, counted);
    takeFromVolume(conversion, credit, delta, terms, state);
  }
}

/**
 * The revenue of a line leaves a partner's volume once every commission that its rules earned it for that line has been refused. To be
 * called before the commissions are marked; what refunds took out before stays out.
 */
export function takeBackRefusedVolume(
  conversion: Conversion,
  refused: readonly CommissionRecord[],
  terms: Terms,
  state: CountingState,
): void {
  if (conversion.kind !== 'sale' || conversion.currency === null) return;
  const refunded = conversion.lines.map((line) => line.refunded);
  const nets = conversion.lines.map((line) => line.net);
  for (const [index, credit] of conversion.credits.entries()) {
    const { enrollmentId } = credit;
    const leaving = conversion.lines.map(
      ({ id }) => !isLineRefused(conversion, enrollmentId, id) && isLineRefused(conversion, enrollmentId, id, refused),
    );
    const delta = creditedSum(conversion, index, nets, leaving) - creditedSum(conversion, index, refunded, leaving);
    takeFromVolume(conversion, credit, delta, terms, state);
  }
}

function isLineRefused(
  { commissions }: Conversion,
  enrollmentId: string,
  lineId: string,
  also: readonly CommissionRecord[] = [],
): boolean {
  const own = commissions.filter(
    (commission) =>
      commission.enrollmentId === enrollmentId &&
      commission.origin === 'rule' &&
      (commission.lineId === null || commission.lineId === lineId),
  );
  return own.length > 0 && own.every((commission) => commission.isRefused || also.includes(commission));
}

/** The part of these amounts of the lines that this credit was given, of the lines that `counted` names. */
function creditedSum({ credits }: Conversion, credit: number, amounts: readonly bigint[], counted: readonly boolean[]): bigint {
  const shares = credits.map(({ share }) => parseRate(share) ?? { numerator: 0n, denominator: 1n });
  let sum = 0n;
  for (const [index, amount] of amounts.entries()) {
    if (counted[index] !== true) continue;
    sum += shares.length === 1 ? amount : (allocateByRates(amount, shares)[credit] ?? 0n);
  }
  return sum;
}

function takeFromVolume(conversion: Conversion, credit: Credit, delta: bigint, terms: Terms, state: CountingState): void {
  const version = versionOf(conversion, credit, terms);
  if (delta === 0n || version === undefined || version.document.currency !== conversion.currency) return;
  for (const { measure, period } of compiled(version.document).volumes) {
    if (measure !== 'revenue') continue;
    const { key } = periodOf(conversion.occurredAt, period, terms.zone);
    state.addToCounter(volumeKey(credit.enrollmentId, measure, conversion.currency, key), -delta);
  }
}

function versionOf(conversion: Conversion, credit: Credit, terms: Terms): PlanVersionTerms | undefined {
  const paid = conversion.commissions.find(
    (commission) => commission.enrollmentId === credit.enrollmentId && commission.origin !== 'upline',
  );
  return planVersionOf(terms, credit.enrollmentId, paid?.planVersionId ?? credit.planVersionId);
}

/** A reversed commission no longer spends its caps, nor counts for the rule that re-prices a whole period. */
export function giveBackCounters(
  conversion: Conversion,
  commission: CommissionRecord,
  reversedAfter: bigint,
  terms: Terms,
  state: CountingState,
): void {
  const version = planVersionOf(terms, commission.enrollmentId, commission.planVersionId);
  const event = eventOf(conversion);
  if (commission.origin !== 'rule' || version === undefined || event === null) return;
  const enrollment = terms.enrollments.get(commission.enrollmentId);
  const subject = {
    event,
    at: conversion.occurredAt,
    zone: terms.zone,
    partner: { enrollmentId: commission.enrollmentId, programId: enrollment?.programId ?? '' },
    customer: { id: conversion.customerId },
  };
  const reversed = { ...commission, reversedBefore: commission.reversed, reversedAfter };
  for (const { key, delta } of takeBackCounters(compiled(version.document), subject, reversed)) state.addToCounter(key, delta);
}

function eventOf({ kind }: Conversion): RewardEvent | null {
  if (kind === 'sale' || kind === 'lead' || kind === 'click' || kind === 'referral') return kind;
  return kind === 'lead_qualified' ? 'qualified_lead' : null;
}
