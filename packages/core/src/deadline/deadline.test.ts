import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, lastDayOfMonth, shiftDate, shiftMonths } from '../time/index.ts';
import {
  addOpenDays,
  addSpan,
  contractYear,
  firstSignatureDay,
  frenchHolidays,
  holidaysOf,
  isOpenDay,
  lastDayOfYears,
  lastNoticeDay,
  nextOpenDay,
  noticeEnd,
  type NoticeRule,
  openDaysBetween,
  paymentDueOn,
  quarterCommissionDueOn,
  termOf,
  termOn,
} from './index.ts';

const france = { calendar: frenchHolidays, region: null };
const alsace = { calendar: frenchHolidays, region: 'alsace-moselle' };
const agent: NoticeRule = {
  steps: [
    { fromYear: 1, months: 1 },
    { fromYear: 2, months: 2 },
    { fromYear: 3, months: 3 },
  ],
  endsAtMonthEnd: true,
};

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2000-02-29', 1200, '2100-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(shiftMonths(day, months)).toBe(expected);
});

// As the French administration publishes them.
test.each([
  [2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
  [2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
  [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
  [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
  [1970, '01-01 03-30 05-01 05-07 05-18 07-14 08-15 11-01 11-11 12-25'],
  [1956, '01-01 04-02 05-01 05-08 05-10 05-21 07-14 08-15 11-01 11-11 12-25'],
])('holidays of %i', (year, days) => {
  expect(
    holidaysOf(france, year)
      .map(({ on }) => on.slice(5))
      .join(' '),
  ).toBe(days);
});

test('Alsace and Moselle have Good Friday and 26 December more, and nothing else', () => {
  const all = new Set(holidaysOf(france, 2026).map(({ on }) => on));
  expect(
    holidaysOf(alsace, 2026)
      .map(({ on }) => on)
      .filter((on) => !all.has(on)),
  ).toEqual(['2026-04-03', '2026-12-26']);
});

describe('open days', () => {
  test.each([
    ['2026-04-30', 1, 'business', france, '2026-05-04'], // 1 May is a Friday
    ['2026-04-30', 1, 'working', france, '2026-05-02'],
    ['2026-05-07', 1, 'business', france, '2026-05-11'], // 8 May is a Friday
    ['2026-05-13', 2, 'business', france, '2026-05-18'], // Ascension, then the Friday
    ['2026-04-02', 1, 'business', france, '2026-04-03'],
    ['2026-04-02', 1, 'business', alsace, '2026-04-07'], // Good Friday to Easter Monday
    ['2026-12-24', 1, 'working', france, '2026-12-26'],
    ['2026-12-24', 1, 'working', alsace, '2026-12-28'],
    ['2026-01-02', -1, 'business', france, '2025-12-31'],
    ['2026-07-11', 0, 'business', france, '2026-07-11'],
    ['2026-12-31', 10, 'business', france, '2027-01-15'],
  ] as const)('%s and %i %s days', (day, count, kind, place, expected) => {
    expect(addOpenDays(day, count, kind, place)).toBe(expected);
  });

  const days = fc.integer({ min: 0, max: 60_000 }).map((count) => shiftDate('1950-01-01', count));
  const kinds = fc.constantFrom('business', 'working');
  const places = fc.constantFrom(france, alsace);

  test('adding lands on an open day, counts what lies between, and comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), kinds, places, (day, count, kind, place) => {
        const there = addOpenDays(day, count, kind, place);
        expect(isOpenDay(there, kind, place)).toBe(true);
        expect(openDaysBetween(day, there, kind, place)).toBe(count);
        expect(addOpenDays(nextOpenDay(day, kind, place), 0, kind, place) >= day).toBe(true);
        if (isOpenDay(day, kind, place)) expect(addOpenDays(there, -count, kind, place)).toBe(day);
      }),
    );
  });
});

test.each([
  ['2026-02-10', { count: 20, unit: 'day' }, '2026-03-02'],
  ['2026-02-10', { count: -20, unit: 'day' }, '2026-01-21'],
  ['2026-08-31', { count: 1, unit: 'half_year' }, '2027-02-28'],
  ['2026-11-30', { count: 1, unit: 'quarter' }, '2027-02-28'],
  ['2026-05-06', { count: 2, unit: 'business_day' }, '2026-05-11'],
] as const)('%s and %o is %s', (day, span, expected) => {
  expect(addSpan(day, span, france)).toBe(expected);
});

describe('years of a contract', () => {
  test.each([
    ['2026-03-15', '2026-03-15', 1],
    ['2026-03-15', '2027-03-14', 1],
    ['2026-03-15', '2027-03-15', 2],
    ['2028-02-29', '2029-02-27', 1],
    ['2028-02-29', '2029-02-28', 2],
    ['2028-02-29', '2032-02-28', 4],
    ['2028-02-29', '2032-02-29', 5],
    ['2026-03-15', '2020-01-01', 1],
  ])('one that began on %s is on %s in year %i', (startsOn, day, year) => {
    expect(contractYear(startsOn, day)).toBe(year);
  });

  test.each([
    ['2026-01-31', '2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-01-31', '2028-02-29'],
    ['2026-01-15', '2026-06-02', '2026-07-31'],
    ['2026-01-15', '2027-01-14', '2027-02-28'], // the last day of the first year
    ['2026-01-15', '2027-01-15', '2027-03-31'],
    ['2026-01-15', '2028-01-14', '2028-03-31'],
    ['2026-01-15', '2028-01-15', '2028-04-30'],
    ['2016-01-15', '2026-11-30', '2027-02-28'], // renewed for years: three months, no more
  ])('notice of an agent whose contract began on %s, given on %s, ends on %s', (startsOn, noticedOn, end) => {
    expect(noticeEnd(agent, startsOn, noticedOn)).toBe(end);
  });

  test('tacit renewal counts from the first day, so that ends of months do not creep', () => {
    const monthly = { startsOn: '2026-01-31', months: 1, renewalMonths: 1 };
    expect([1, 2, 3].map((number) => termOf(monthly, number)?.lastOn)).toEqual(['2026-02-27', '2026-03-30', '2026-04-29']);
    const yearly = { startsOn: '2026-07-01', months: 36, renewalMonths: 12 };
    expect(termOn(yearly, '2029-06-30')).toEqual({ number: 1, firstOn: '2026-07-01', lastOn: '2029-06-30' });
    expect(termOn(yearly, '2029-07-01')).toEqual({ number: 2, firstOn: '2029-07-01', lastOn: '2030-06-30' });
    expect(termOn({ ...yearly, renewalMonths: null }, '2029-07-01')).toBeNull();
    expect(termOn(yearly, '2026-06-30')).toBeNull();
  });

  const starts = fc.integer({ min: 0, max: 30_000 }).map((count) => shiftDate('1980-01-01', count));

  test('terms tile time: each day is in exactly one', () => {
    const lengths = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(starts, lengths, lengths, fc.integer({ min: 0, max: 8000 }), (startsOn, months, renewalMonths, later) => {
        const duration = { startsOn, months, renewalMonths };
        const term = termOn(duration, shiftDate(startsOn, later));
        const next = termOf(duration, (term?.number ?? 0) + 1);
        expect(term).not.toBeNull();
        expect(daysBetween(term?.lastOn ?? '', next?.firstOn ?? '')).toBe(1);
      }),
    );
  });

  test('notice is never shorter than its months, ends with a month, and the last day to give it is the last', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 3000 }), (startsOn, later) => {
        const noticedOn = shiftDate(startsOn, later);
        const end = noticeEnd(agent, startsOn, noticedOn);
        expect(end).toBe(lastDayOfMonth(end));
        expect(end >= shiftMonths(noticedOn, 1)).toBe(true);
        const last = lastNoticeDay(agent, startsOn, end) ?? '';
        expect(last >= noticedOn && noticeEnd(agent, startsOn, last) <= end).toBe(true);
        expect(noticeEnd(agent, startsOn, shiftDate(last, 1)) > end).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['2026-01-15', 45, '2026-03-01', '2026-03-31', '2026-03-17'],
  ['2026-01-17', 45, '2026-03-03', '2026-03-31', '2026-03-17'],
  ['2026-01-31', 45, '2026-03-17', '2026-03-31', '2026-03-17'],
  ['2026-02-01', 45, '2026-03-18', '2026-03-31', '2026-04-14'],
  ['2028-01-16', 45, '2028-03-01', '2028-03-31', '2028-03-16'],
  ['2026-12-01', 45, '2027-01-15', '2027-01-31', '2027-02-14'],
])('an invoice of %s, %i days: net, and both readings of the end of the month', (invoiced, days, net, first, second) => {
  expect(paymentDueOn(invoiced, days, 'net')).toBe(net);
  expect(paymentDueOn(invoiced, days, 'days_then_month_end')).toBe(first);
  expect(paymentDueOn(invoiced, days, 'month_end_then_days')).toBe(second);
});

test.each([
  ['2026-01-01', '2026-04-30'],
  ['2026-03-31', '2026-04-30'],
  ['2026-05-31', '2026-07-31'],
  ['2026-08-31', '2026-10-31'],
  ['2026-11-30', '2027-01-31'],
])('a commission acquired on %s is due by %s', (acquired, due) => {
  expect(quarterCommissionDueOn(acquired)).toBe(due);
});

test('claims within a year, and documents twenty days ahead', () => {
  expect(lastDayOfYears('2026-06-30', 1)).toBe('2027-06-30');
  expect(lastDayOfYears('2028-02-29', 1)).toBe('2029-02-28');
  expect(firstSignatureDay('2026-02-10', 20)).toBe('2026-03-02');
});
