import { addRates, formatRate, rate } from '../money/index.ts';
import type { Rate } from '../money/index.ts';
import type { Contestant } from './consider.ts';
import type { Credit } from './credit.ts';
import type { Standing } from './weigh.ts';

const WHOLE = '1/1';

/** The one credit of a touchpoint that takes everything. */
export function wholeCredit({ touch, enrollment }: Contestant): Credit {
  return { enrollmentId: enrollment.id, partnerId: enrollment.partnerId, share: WHOLE, via: touch.via, touchpointId: touch.id };
}

/**
 * Turns weights into credits, one per enrollment: weights of the same enrollment add up and the credit cites its latest
 * touchpoint. Credits are in the order of the touchpoints they cite; their shares sum to exactly one.
 */
export function splitCredit(contestants: readonly Contestant[], standings: readonly Standing[]): Credit[] {
  const parts = new Map<string, { weight: bigint; latest: Contestant }>();
  let total = 0n;
  contestants.forEach((contestant, index) => {
    const weight = standings[index];
    if (typeof weight !== 'bigint') return;
    const id = contestant.enrollment.id;
    const before = parts.get(id)?.weight ?? 0n;
    // Re-inserted, so that the map stays in the order of the latest touchpoints.
    parts.delete(id);
    parts.set(id, { weight: before + weight, latest: contestant });
    total += weight;
  });
  const credits: Credit[] = [];
  for (const { weight, latest } of parts.values()) {
    const credit = wholeCredit(latest);
    credits.push(weight === total ? credit : { ...credit, share: formatRate(rate(weight, total)) });
  }
  return credits;
}

/** The same proportions with a sum of exactly one, as text; equal parts when every rate is zero. */
export function normaliseShares(rates: readonly Rate[]): string[] {
  let sum: Rate = { numerator: 0n, denominator: 1n };
  for (const each of rates) sum = addRates(sum, each);
  return rates.map((each) => {
    if (rates.length === 1) return WHOLE;
    if (sum.numerator === 0n) return formatRate(rate(1n, BigInt(rates.length)));
    return formatRate(rate(each.numerator * sum.denominator, each.denominator * sum.numerator));
  });
}
