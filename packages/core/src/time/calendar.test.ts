import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  formatDate,
  formatInstant,
  isLocalDate,
  localDateOf,
  parseInstant,
  type PeriodUnit,
  periodOf,
  shiftDate,
  startOfDay,
  wholeMonthsBetween,
} from './index.ts';

function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`bad test instant ${text}`);
  return instant;
}

const zones = fc.constantFrom(
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
);
const instants = fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2045-01-01T00:00:00Z') });
const units = fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'quarter', 'year');

test('instants are read strictly and written like toISOString', () => {
  expect(at('2026-11-23T10:00:00+01:00')).toBe(1_795_424_400_000);
  expect(at('2026-11-23T10:00:00.123999Z')).toBe(1_795_428_000_123);
  expect(at('2026-11-23T10:00:00,5-03:30')).toBe(1_795_440_600_500);
  for (const text of [
    '2026-11-23',
    '2026-11-23T10:00:00',
    '2026-11-23T10:00Z',
    '2026-02-29T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23 10:00:00Z',
    '2026-11-23t10:00:00z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T10:00:00+1:00',
    ' 2026-11-23T10:00:00Z',
  ])
    expect([text, parseInstant(text)]).toEqual([text, null]);
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (date) => {
      expect(formatInstant(date.getTime())).toBe(date.toISOString());
      if (/^\d/.test(date.toISOString())) expect(parseInstant(date.toISOString())).toBe(date.getTime());
    }),
  );
  expect(() => formatInstant(0.5)).toThrow(RangeError);
  expect(() => formatInstant(8.64e15 + 1)).toThrow(RangeError);
});

test('days are written in both languages', () => {
  expect(formatDate('2026-11-23', 'fr')).toBe('23 novembre 2026');
  expect(formatDate('2026-11-23', 'en')).toBe('23 November 2026');
  expect(formatDate('2026-08-01', 'fr')).toBe('1er août 2026');
  expect(isLocalDate('2028-02-29')).toBe(true);
  for (const text of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '26-01-01', '2026-1-1'])
    expect([text, isLocalDate(text)]).toEqual([text, false]);
  expect(() => formatDate('2026-02-30', 'fr')).toThrow(RangeError);
});

test('a day starts when its date first shows', () => {
  expect(startOfDay('2026-11-23', 'Europe/Paris')).toBe(at('2026-11-22T23:00:00Z'));
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(at('2018-11-04T03:00:00Z'));
  expect(localDateOf(at('2018-11-04T02:59:59Z'), 'America/Sao_Paulo')).toBe('2018-11-03');
  expect(startOfDay('2026-11-01', 'America/Havana')).toBe(at('2026-11-01T04:00:00Z'));
  // Toronto, 1919: 23:30 became 00:30, so the day began half an hour in.
  expect(startOfDay('1919-03-31', 'America/Toronto')).toBe(at('1919-03-31T04:30:00Z'));
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
});

test('adding keeps the wall clock, clamps the month, moves forward over a gap', () => {
  const paris = 'Europe/Paris';
  expect(addDays(at('2026-03-28T12:00:00+01:00'), 1, paris)).toBe(at('2026-03-29T12:00:00+02:00'));
  expect(addDays(at('2026-03-28T02:30:00+01:00'), 1, paris)).toBe(at('2026-03-29T03:30:00+02:00'));
  expect(addDays(at('2026-10-24T02:30:00+02:00'), 1, paris)).toBe(at('2026-10-25T02:30:00+02:00'));
  expect(addDays(at('2026-10-25T02:30:00+01:00'), 0, paris)).toBe(at('2026-10-25T02:30:00+01:00'));
  expect(addMonths(at('2026-01-31T09:00:00+01:00'), 1, paris)).toBe(at('2026-02-28T09:00:00+01:00'));
  expect(addMonths(at('2028-02-29T09:00:00+01:00'), -12, paris)).toBe(at('2027-02-28T09:00:00+01:00'));
  expect(addMonths(at('2026-10-15T09:00:00+02:00'), 3, paris)).toBe(at('2027-01-15T09:00:00+01:00'));
});

test('months between two instants', () => {
  const count = (a: string, b: string) => wholeMonthsBetween(at(a), at(b), 'Europe/Paris');
  expect(count('2026-01-31T09:00:00+01:00', '2026-02-28T08:59:59+01:00')).toBe(0);
  expect(count('2026-01-31T09:00:00+01:00', '2026-02-28T09:00:00+01:00')).toBe(1);
  expect(count('2026-03-15T00:00:00+01:00', '2027-03-15T00:00:00+01:00')).toBe(12);
  expect(count('2027-03-15T00:00:00+01:00', '2026-03-15T00:00:00+01:00')).toBe(-12);
});

test('period keys', () => {
  const keys = (text: string) =>
    (['day', 'week', 'month', 'quarter', 'year', 'ever'] as const).map((unit) => periodOf(at(text), unit, 'Europe/Paris').key);
  expect(keys('2026-11-23T12:00:00Z')).toEqual(['2026-11-23', '2026-W48', '2026-11', '2026-Q4', '2026', 'ever']);
  expect(keys('2026-12-31T23:00:00Z')).toEqual(['2027-01-01', '2026-W53', '2027-01', '2027-Q1', '2027', 'ever']);
  expect(periodOf(at('2024-12-30T12:00:00Z'), 'week', 'UTC').key).toBe('2025-W01');
  expect(periodOf(at('2026-11-15T12:00:00Z'), 'month', 'Europe/Paris')).toEqual({
    key: '2026-11',
    from: at('2026-10-31T23:00:00Z'),
    to: at('2026-11-30T23:00:00Z'),
  });
});

test('an instant set back over midnight stays in the day that had begun', () => {
  // St. John's, 2010-11-07: 00:01 becomes 23:01 on the sixth, so the seventh shows, hides and shows again.
  const hidden = at('2010-11-07T02:31:00Z');
  expect(localDateOf(hidden, 'America/St_Johns')).toBe('2010-11-06');
  expect(periodOf(hidden, 'day', 'America/St_Johns').key).toBe('2010-11-07');
});

test('periods tile time: each instant in exactly one, neighbours touch, keys differ', () => {
  fc.assert(
    fc.property(instants, units, zones, (instant, unit, zone) => {
      const period = periodOf(instant, unit, zone);
      expect(period.from <= instant && instant < period.to).toBe(true);
      const next = periodOf(period.to, unit, zone);
      const previous = periodOf(period.from - 1, unit, zone);
      expect(next.from).toBe(period.to);
      expect(previous.to).toBe(period.from);
      expect(next.key > period.key && previous.key < period.key).toBe(true);
      for (const inside of [period.from, period.to - 1]) expect(periodOf(inside, unit, zone)).toEqual(period);
    }),
    { numRuns: 300 },
  );
});

test('a day is part of its month, its quarter and its year', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const day = periodOf(instant, 'day', zone);
      for (const unit of ['week', 'month', 'quarter', 'year'] as const) {
        const period = periodOf(instant, unit, zone);
        expect(period.from <= day.from && day.to <= period.to).toBe(true);
      }
    }),
  );
});

test('whole months undo added months', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 120 }), zones, (instant, months, zone) => {
      const later = addMonths(instant, months, zone);
      expect(wholeMonthsBetween(instant, later, zone)).toBe(months);
      if (months > 0) expect(wholeMonthsBetween(instant, later - 1, zone)).toBe(months - 1);
    }),
  );
});

test('days without a zone: shifted, counted, and the first of their week and month', () => {
  expect(shiftDate('2024-02-28', 2)).toBe('2024-03-01');
  expect(shiftDate('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-01-01', '2026-03-01')).toBe(59);
  expect(firstDayOf('2026-11-29', 'week')).toBe('2026-11-23');
  expect(firstDayOf('2026-11-23', 'week')).toBe('2026-11-23');
  expect(firstDayOf('2026-11-29', 'month')).toBe('2026-11-01');
  expect(firstDayOf('2026-11-29', 'day')).toBe('2026-11-29');
  const date = fc.integer({ min: 0, max: 80_000 }).map((days) => shiftDate('1900-01-01', days));
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      const to = shiftDate(from, days);
      expect(daysBetween(from, to)).toBe(days);
      const week = daysBetween(firstDayOf(to, 'week'), to);
      expect(week).toBeGreaterThanOrEqual(0);
      expect(week).toBeLessThan(7);
    }),
  );
});
