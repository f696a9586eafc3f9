import { easterOf } from '../payment/index.ts';
import type { Language } from '../language/index.ts';
import { shiftDate, type LocalDate } from '../time/index.ts';

/** One holiday: a day of the year (`05-08`), or days counted from Easter Sunday; while its rule holds, in its regions. */
export interface HolidayRule {
  readonly key: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly day: string | { readonly fromEaster: number };
  /** Regions of the calendar; everywhere when left out. */
  readonly regions?: readonly string[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

/** Holidays of a country as data. */
export interface HolidayCalendar {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly regions: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly rules: readonly HolidayRule[];
  /** Holidays of a year beside those of rules, where a calendar comes from elsewhere than from rules; the same for the same year. */
  readonly listed?: (year: number, region: string | null) => readonly Holiday[];
}

/** A calendar as it is used: a country's, in one of its regions or in none. */
export interface Place {
  readonly calendar: HolidayCalendar;
  readonly region: string | null;
}

export interface Holiday {
  readonly on: LocalDate;
  readonly key: string;
  readonly name: Readonly<Record<Language, string>>;
}

/** The holidays of a year in a place, in order. */
export function holidaysOf({ calendar, region }: Place, year: number): Holiday[] {
  const easter = easterOf(year);
  const ruled = calendar.rules
    .filter((rule) => rule.regions === undefined || (region !== null && rule.regions.includes(region)))
    .map((rule) => ({ rule, on: dayOf(rule, year, easter) }))
    .filter(({ rule, on }) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
    .map(({ rule: { key, name }, on }) => ({ on, key, name }));
  return [...ruled, ...(calendar.listed?.(year, region) ?? [])].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

const joined = new WeakMap<HolidayCalendar, Map<string, HolidayCalendar>>();

/** A place where nobody works on a holiday of either: for two sides that both have to be there. */
export function bothPlaces(one: Place, other: Place): Place {
  let known = joined.get(one.calendar);
  if (known === undefined) joined.set(one.calendar, (known = new Map()));
  const key = `${other.calendar.country}/${other.region ?? ''}/${one.region ?? ''}`;
  let calendar = known.get(key);
  if (calendar === undefined) known.set(key, (calendar = joinedCalendar(one, other)));
  return { calendar, region: null };
}

function joinedCalendar(one: Place, other: Place): HolidayCalendar {
  return {
    country: one.calendar.country,
    regions: {},
    rules: [],
    listed: (year) => {
      const own = holidaysOf(one, year);
      const days = new Set(own.map(({ on }) => on));
      return [...own, ...holidaysOf(other, year).filter(({ on }) => !days.has(on))];
    },
  };
}

function dayOf({ day }: HolidayRule, year: number, easter: LocalDate): LocalDate {
  return typeof day === 'string' ? `${String(year).padStart(4, '0')}-${day}` : shiftDate(easter, day.fromEaster);
}

/** Whether the day is a holiday in the place. */
export function isHoliday(day: LocalDate, place: Place): boolean {
  return keptDays(place, Number(day.slice(0, 4))).has(day);
}

const kept = new WeakMap<HolidayCalendar, Map<string, ReadonlySet<LocalDate>>>();

// A year's holidays are asked for day by day: they are found once for each calendar, which never changes.
function keptDays(place: Place, year: number): ReadonlySet<LocalDate> {
  let years = kept.get(place.calendar);
  if (years === undefined) kept.set(place.calendar, (years = new Map()));
  const key = `${year}/${place.region ?? ''}`;
  let days = years.get(key);
  if (days === undefined) years.set(key, (days = new Set(holidaysOf(place, year).map(({ on }) => on))));
  return days;
}
