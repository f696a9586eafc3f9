import type { Language } from '../language/index.ts';
import { formatDate, type Instant, type Period, periodOf, startOfDay } from '../time/index.ts';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month named `2026-11` in the zone; null for any other text. */
export function monthPeriod(key: string, zone: string): Period | null {
  return MONTH.test(key) ? periodOf(startOfDay(`${key}-01`, zone), 'month', zone) : null;
}

/** The name of the month that begins where this one ends. */
export function monthAfter(key: string, zone: string): string {
  return periodOf(mustBe(key, zone).to, 'month', zone).key;
}

/** The name of the month that ends where this one begins. */
export function monthBefore(key: string, zone: string): string {
  return periodOf(mustBe(key, zone).from - 1, 'month', zone).key;
}

/** Why a month cannot be closed: it is not over, or the one before it is still open. */
export type CloseFault = 'not_over' | 'out_of_order';

/**
 * What keeps an open month from being closed at `now`; null when nothing does. `last` is the last month closed: null before the first
 * one, which may be any month that is over.
 */
export function closeFault(key: string, last: string | null, now: Instant, zone: string): CloseFault | null {
  if (now < mustBe(key, zone).to) return 'not_over';
  return last !== null && key !== monthAfter(last, zone) ? 'out_of_order' : null;
}

/** The open months from `first` to the one that holds `now`, newest first, at most `most`. */
export function monthsOpen(first: string, now: Instant, zone: string, most: number): string[] {
  const months: string[] = [];
  for (let key = periodOf(now, 'month', zone).key; key >= first && months.length < most; key = monthBefore(key, zone)) {
    months.push(key);
  }
  return months;
}

function mustBe(key: string, zone: string): Period {
  const period = monthPeriod(key, zone);
  if (period === null) throw new RangeError(`not a month: ${JSON.stringify(key)}`);
  return period;
}

/** `November 2026` or `novembre 2026`. Throws on a month that does not exist. */
export function formatMonth(key: string, language: Language): string {
  return formatDate(`${key}-02`, language).slice('2 '.length);
}
