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
  const shares = conversion.credits.map(({ share }) => parseRate(share) ?? { numerator: 0n, denominator: 1n });
  const now = creditedSums(
    conversion.lines.map((line) => line.refunded),
    shares,
  );
  const earlier = creditedSums(before, shares);
  for (const [index, credit] of conversion.credits.entries()) {
    const delta = (now[index] ?? 0n) - (earlier[index] ?? 0n);
    const version = versionOf(conversion, credit, terms);
    if (delta === 0n || version === undefined || version.document.currency !== conversion.currency) continue;
    for (const { measure, period } of compiled(version.document).volumes) {
      if (measure !== 'revenue') continue;
      const { key } = periodOf(conversion.occurredAt, period, terms.zone);
      state.addToCounter(volumeKey(credit.enrollmentId, measure, conversion.currency, key), -delta);
    }
  }
}

function creditedSums(refunded: readonly bigint[], shares: readonly { numerator: bigint; denominator: bigint }[]): bigint[] {
  const sums = shares.map(() => 0n);
  for (const amount of refunded) {
    const parts = shares.length === 1 ? [amount] : allocateByRates(amount, shares);
    for (const [index, part] of parts.entries()) sums[index] = (sums[index] ?? 0n) + part;
  }
  return sums;
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
