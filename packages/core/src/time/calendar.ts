import { addCivilMonths, civilFromDays, daysFromCivil, MS_PER_DAY } from './civil.ts';
import type { Instant } from './instant.ts';
import { dateFromDays, daysOf, type LocalDate } from './local-date.ts';
import { transitionBetween, type Zone, zoneOf, zoneOffset } from './zone.ts';

/** The day on the wall calendar of `zone` at `instant`. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return dateFromDays(localDays(instant, zoneOf(zone)));
}

/**
 * The first moment of the local day: midnight, or the moment the clocks jump over it. For a day a zone skipped altogether
 * (Apia, 2011-12-30) it is the start of the next one.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return startOfDayNumber(daysOf(date), zoneOf(zone));
}

/** `startOfDay` of the local day that holds the instant, without spelling that day. */
export function startOfDayAt(instant: Instant, zone: string): Instant {
  const opened = zoneOf(zone);
  return startOfDayNumber(localDays(instant, opened), opened);
}

/** The same wall clock `days` local days later (or earlier): 23, 24 or 25 hours for one day across a clock change. */
export function addDays(instant: Instant, days: number, zone: string): Instant {
  if (days === 0) return instant;
  const opened = zoneOf(zone);
  return instantOfLocal(instant + zoneOffset(opened, instant) + days * MS_PER_DAY, opened);
}

/** The same wall clock `months` months later (or earlier), the day clamped to the end of the month: 31 January + 1 = 28 February. */
export function addMonths(instant: Instant, months: number, zone: string): Instant {
  if (months === 0) return instant;
  const opened = zoneOf(zone);
  const local = instant + zoneOffset(opened, instant);
  const days = Math.floor(local / MS_PER_DAY);
  const target = addCivilMonths(civilFromDays(days), months);
  return instantOfLocal(daysFromCivil(target.year, target.month, target.day) * MS_PER_DAY + (local - days * MS_PER_DAY), opened);
}

/** The greatest n such that `addMonths(a, n) <= b`; negative, and symmetrical, when `b` is before `a`. */
export function wholeMonthsBetween(a: Instant, b: Instant, zone: string): number {
  if (b < a) return -wholeMonthsBetween(b, a, zone) || 0;
  const opened = zoneOf(zone);
  const from = civilFromDays(localDays(a, opened));
  const to = civilFromDays(localDays(b, opened));
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return months > 0 && addMonths(a, months, zone) > b ? months - 1 : months;
}

export function localDays(instant: Instant, zone: Zone): number {
  return Math.floor((instant + zoneOffset(zone, instant)) / MS_PER_DAY);
}

export function startOfDayNumber(days: number, zone: Zone): Instant {
  const local = days * MS_PER_DAY;
  const resolved = resolveLocal(local, zone);
  return resolved.gap ? transitionBetween(zone, resolved.late, resolved.early) : resolved.early;
}

// A wall clock that happens twice means its first occurrence; one that is skipped is read with the offset before the jump,
// so that 02:30 on a spring day becomes 03:30 (RFC 5545 and Temporal's `compatible`).
function instantOfLocal(local: number, zone: Zone): Instant {
  return resolveLocal(local, zone).early;
}

function resolveLocal(local: number, zone: Zone): { early: Instant; late: Instant; gap: boolean } {
  const before = zoneOffset(zone, local - MS_PER_DAY);
  const after = zoneOffset(zone, local + MS_PER_DAY);
  const early = local - before;
  const late = local - after;
  if (before === after || zoneOffset(zone, early) === before) return { early, late, gap: false };
  if (zoneOffset(zone, late) === after) return { early: late, late, gap: false };
  return { early, late, gap: true };
}
