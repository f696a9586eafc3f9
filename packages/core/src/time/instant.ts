import { civilFromDays, daysFromCivil, daysInMonth, MS_PER_DAY } from './civil.ts';
import { pad } from './local-date.ts';

/** A moment: integer milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored, within ±8.64e15. */
export type Instant = number;

export const FIRST_INSTANT: Instant = -8.64e15;
export const LAST_INSTANT: Instant = 8.64e15;

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads `2026-11-23T10:00:00Z`, with or without a fraction (cut to the millisecond) and with `Z` or `±hh:mm`, as in RFC 3339.
 * `null` for anything else: a date alone, no offset, a day or an hour that does not exist, a leap second.
 */
export function parseInstant(text: string): Instant | null {
  const usual = parseUsual(text);
  if (usual !== null) return usual;
  const match = ISO.exec(text);
  if (match === null) return null;
  const [offsetHour, offsetMinute] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHour > 23 || offsetMinute > 59) return null;
  const local = partsToInstant(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    Number(match[4]),
    Number(match[5]),
    Number(match[6]),
    Number((match[7] ?? '').slice(0, 3).padEnd(3, '0')),
  );
  if (local === null) return null;
  const offset = (offsetHour * 60 + offsetMinute) * 60_000;
  return match[8] === '-' ? local + offset : local - offset;
}

// The form machines write, `2026-11-23T10:00:00Z` or with milliseconds, by hand: it stands in every row of files of millions,
// and the expression makes ten strings of each. null for every other form.
function parseUsual(text: string): Instant | null {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 90 || text.charCodeAt(10) !== 84) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null;
  if (length === 24 && text.charCodeAt(19) !== 46) return null;
  return partsToInstant(
    digits(text, 0, 4),
    digits(text, 5, 7),
    digits(text, 8, 10),
    digits(text, 11, 13),
    digits(text, 14, 16),
    digits(text, 17, 19),
    length === 24 ? digits(text, 20, 23) : 0,
  );
}

/** A number of digits; NaN when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** null for a day or a time that does not exist, and for NaN. */
function partsToInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  milliseconds: number,
): Instant | null {
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  if (!(hour <= 23 && minute <= 59 && second <= 59 && milliseconds <= 999)) return null;
  return daysFromCivil(year, month, day) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. Throws outside the range of `Instant`. */
export function formatInstant(instant: Instant): string {
  if (!Number.isInteger(instant) || instant < FIRST_INSTANT || instant > LAST_INSTANT) {
    throw new RangeError(`not an instant: ${instant}`);
  }
  const days = Math.floor(instant / MS_PER_DAY);
  const { year, month, day } = civilFromDays(days);
  const rest = instant - days * MS_PER_DAY;
  const seconds = Math.floor(rest / 1000);
  const clock = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return `${yearText(year)}-${pad(month, 2)}-${pad(day, 2)}T${clock}.${pad(rest % 1000, 3)}Z`;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return pad(year, 4);
  return `${year < 0 ? '-' : '+'}${pad(Math.abs(year), 6)}`;
}
