import { allocateByRates, parseRate } from '../money/index.ts';
import { compiled } from '../plan/index.ts';
import { volumeKey } from '../reward/index.ts';
import { periodOf } from '../time/index.ts';
import type { Conversion, CountingState } from './state.ts';
import type { PlanVersionTerms, Terms } from './terms.ts';

/**
 * Refunded revenue no longer counts towards tiers: each credited partner's volume of the conversion's own period goes down by
 * its part of what was just refunded (`before` holds what each line had refunded until now).
 */
export function takeBackVolume(conversion: Conversion, before: readonly bigint[], terms: Terms, state: CountingState): void {
  if (conversion.kind !== 'sale' || conversion.currency === null || conversion.credits.length === 0) return;
  const shares = conversion.credits.map(({ share }) => parseRate(share) ?? { numerator: 0n, denominator: 1n });
  const now = creditedSums(conversion.lines.map((line) => line.refunded), shares);
  const earlier = creditedSums(before, shares);
  for (const [index, credit] of conversion.credits.entries()) {
    const delta = (now[index] ?? 0n) - (earlier[index] ?? 0n);
    const version = versionOf(conversion, credit.enrollmentId, terms);
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

function versionOf(conversion: Conversion, enrollmentId: string, terms: Terms): PlanVersionTerms | undefined {
  const id = conversion.commissions.find((commission) => commission.enrollmentId === enrollmentId)?.planVersionId;
  const program = terms.programs.get(terms.enrollments.get(enrollmentId)?.programId ?? '');
  if (id === undefined || program === undefined) return undefined;
  for (const versions of program.plans.values()) {
    const found = versions.find((version) => version.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}
