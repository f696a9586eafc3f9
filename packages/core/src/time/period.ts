import { localDays, startOfDayNumber } from './calendar.ts';
import { civilFromDays, daysFromCivil, isoWeekday } from './civil.ts';
import { FIRST_INSTANT, type Instant, LAST_INSTANT } from './instant.ts';
import { dateFromDays, pad } from './local-date.ts';
import type { Period, PeriodUnit } from './period-unit.ts';
import { type Zone, zoneOf } from './zone.ts';

const EVER: Period = { key: 'ever', from: FIRST_INSTANT, to: LAST_INSTANT };

/**
 * The period of the zone's calendar that holds the instant. Periods of one unit and zone tile time: no gap, no overlap. Keys:
 * `2026-11-23`, `2026-W48` (ISO 8601 week, from Monday), `2026-11`, `2026-Q4`, `2026`, `ever` (bounds ±8.64e15).
 */
export function periodOf(instant: Instant, unit: PeriodUnit, zone: string): Period {
  if (unit === 'ever') return EVER;
  const opened = zoneOf(zone);
  const last = opened.lastPeriods.get(unit);
  if (last !== undefined && instant >= last.from && instant < last.to) return last;
  const period = findPeriod(instant, unit, opened);
  opened.lastPeriods.set(unit, period);
  return period;
}

type BoundedUnit = Exclude<PeriodUnit, 'ever'>;

interface DayRange {
  readonly key: string;
  readonly first: number;
  readonly next: number;
}

// A clock set back just after midnight (St. John's until 2011) shows the previous date for an hour more. Those instants stay
// in the period that had begun, so that periods remain intervals; hence the step forward.
function findPeriod(instant: Instant, unit: BoundedUnit, zone: Zone): Period {
  let day = localDays(instant, zone);
  for (;;) {
    const { key, first, next } = rangeOf(day, unit);
    const to = startOfDayNumber(next, zone);
    if (instant < to) return { key, from: startOfDayNumber(first, zone), to };
    day = next;
  }
}

function rangeOf(day: number, unit: BoundedUnit): DayRange {
  if (unit === 'day') return { key: dateFromDays(day), first: day, next: day + 1 };
  if (unit === 'week') return weekOf(day);
  const { year, month } = civilFromDays(day);
  const size = MONTHS_PER_UNIT[unit];
  const firstMonth = month - ((month - 1) % size);
  const nextMonth = firstMonth + size;
  return {
    key: monthKey(unit, year, firstMonth),
    first: daysFromCivil(year, firstMonth, 1),
    next: nextMonth > 12 ? daysFromCivil(year + 1, nextMonth - 12, 1) : daysFromCivil(year, nextMonth, 1),
  };
}

const MONTHS_PER_UNIT = { month: 1, quarter: 3, year: 12 } as const;

function monthKey(unit: keyof typeof MONTHS_PER_UNIT, year: number, firstMonth: number): string {
  if (unit === 'year') return pad(year, 4);
  if (unit === 'quarter') return `${pad(year, 4)}-Q${(firstMonth + 2) / 3}`;
  return `${pad(year, 4)}-${pad(firstMonth, 2)}`;
}

function weekOf(day: number): DayRange {
  const first = day - isoWeekday(day) + 1;
  const { year } = civilFromDays(first + 3);
  const week = Math.floor((first + 3 - daysFromCivil(year, 1, 1)) / 7) + 1;
  return { key: `${pad(year, 4)}-W${pad(week, 2)}`, first, next: first + 7 };
}
