import { MS_PER_DAY } from './civil.ts';
import { FIRST_INSTANT, type Instant, LAST_INSTANT } from './instant.ts';
import type { Period, PeriodUnit } from './period-unit.ts';

interface Transition {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

export interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** By UTC day: its offset, or the transition inside it. No zone of the tz database has two within one day. */
  readonly days: Map<number, number | Transition>;
  readonly lastPeriods: Map<PeriodUnit, Period>;
}

const zones = new Map<string, Zone>();

// 40 years of days; dropping everything beyond keeps memory bounded whatever instants are asked for.
const MAX_CACHED_DAYS = 15_000;

/** Whether `name` is an IANA zone this runtime knows (`Europe/Paris`, `UTC`); bare offsets such as `+01:00` are not. */
export function isZone(name: string): boolean {
  return zones.has(name) || openZone(name) !== null;
}

/** Milliseconds to add to UTC to get the wall clock of `zone` at `instant`. Throws on an unknown zone. */
export function offsetAt(instant: Instant, zone: string): number {
  return zoneOffset(zoneOf(zone), instant);
}

export function zoneOf(name: string): Zone {
  const zone = zones.get(name) ?? openZone(name);
  if (zone === null) throw new RangeError(`unknown time zone ${JSON.stringify(name)}`);
  return zone;
}

export function zoneOffset(zone: Zone, instant: Instant): number {
  const day = Math.floor(instant / MS_PER_DAY);
  const known = zone.days.get(day) ?? readDay(zone, day);
  if (typeof known === 'number') return known;
  return instant < known.at ? known.before : known.after;
}

/** The moment between `low` (exclusive) and `high` (inclusive) when the offset becomes that of `high`. */
export function transitionBetween(zone: Zone, low: Instant, high: Instant): Instant {
  const after = readOffset(zone, high);
  let [before, since] = [low, high];
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (readOffset(zone, middle) === after) since = middle;
    else before = middle;
  }
  return since;
}

function openZone(name: string): Zone | null {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return null;
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  const zone: Zone = { formatter, days: new Map(), lastPeriods: new Map() };
  zones.set(name, zone);
  return zone;
}

function readDay(zone: Zone, day: number): number | Transition {
  const from = Math.max(day * MS_PER_DAY, FIRST_INSTANT);
  const to = Math.min((day + 1) * MS_PER_DAY, LAST_INSTANT);
  const [before, after] = [readOffset(zone, from), readOffset(zone, to)];
  const known = before === after ? before : { at: transitionBetween(zone, from, to), before, after };
  if (zone.days.size >= MAX_CACHED_DAYS) zone.days.clear();
  zone.days.set(day, known);
  return known;
}

const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function readOffset(zone: Zone, instant: Instant): number {
  const match = OFFSET.exec(zone.formatter.format(instant));
  if (match === null) throw new Error(`no offset for ${instant} in ${zone.formatter.resolvedOptions().timeZone}`);
  const seconds = (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}
