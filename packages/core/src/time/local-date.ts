import type { Language } from '../language/index.ts';
import { addCivilMonths, type Civil, civilFromDays, daysFromCivil, daysInMonth, isoWeekday } from './civil.ts';

/** A calendar day without a zone, `YYYY-MM-DD`, years 0000 to 9999. Compares as text. */
export type LocalDate = string;

const ZERO = '0'.charCodeAt(0);

/** Whether `text` is a day that exists: `2026-02-29` is not. */
export function isLocalDate(text: string): boolean {
  return readDate(text) !== null;
}

/** `23 November 2026` or `23 novembre 2026` (`1er` for the first, in French). Throws on a day that does not exist. */
export function formatDate(date: LocalDate, language: Language): string {
  const { year, month, day } = civilOf(date);
  const name = MONTHS[language][month - 1] ?? '';
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`;
}

export function civilOf(date: LocalDate): Civil {
  const civil = readDate(date);
  if (civil === null) throw new RangeError(`not a day: ${JSON.stringify(date)}`);
  return civil;
}

export function daysOf(date: LocalDate): number {
  const { year, month, day } = civilOf(date);
  return daysFromCivil(year, month, day);
}

export function dateFromDays(days: number): LocalDate {
  const { year, month, day } = civilFromDays(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day `days` later (or earlier). Throws on a day that does not exist. */
export function shiftDate(date: LocalDate, days: number): LocalDate {
  return dateFromDays(daysOf(date) + days);
}

/** The same day `months` months later (or earlier), or the last of that month: 31 January + 1 = 28 February. Throws on a day that does not exist. */
export function shiftMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = addCivilMonths(civilOf(date), months);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The last day of the month that holds the day. Throws on a day that does not exist. */
export function lastDayOfMonth(date: LocalDate): LocalDate {
  const { year, month } = civilOf(date);
  return `${date.slice(0, 8)}${pad(daysInMonth(year, month), 2)}`;
}

/** Days from `from` to `to`: 1 for a day and the next. Throws on days that do not exist. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return daysOf(to) - daysOf(from);
}

/** The first day of the week (Monday) or month that holds the day; the day itself for `day`. Throws on a day that does not exist. */
export function firstDayOf(date: LocalDate, unit: 'day' | 'week' | 'month'): LocalDate {
  if (unit === 'day') return date;
  if (unit === 'month') return `${date.slice(0, 7)}-01`;
  const days = daysOf(date);
  return dateFromDays(days - isoWeekday(days) + 1);
}

export function pad(value: number, width: number): string {
  if (width === 2 && value >= 0) return value < 10 ? `0${value}` : `${value}`;
  return value.toString().padStart(width, '0');
}

/** By its characters: compiling years of duties reads millions of days. */
function readDate(text: string): Civil | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (month < 1 || month > 12 || day < 1 || year < 0 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** The number that these characters write; -1 when one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};
