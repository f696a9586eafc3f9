import { expect, it } from 'vitest';
import { isRateText, readRatesCsv } from './reference-rates.ts';

it('reads the day as the bank writes it', () => {
  const text = 'Date, USD, JPY, \r\n27 November 2026, 1.0823, 163.45, \r\n';
  expect(readRatesCsv(text)).toEqual([
    { date: '2026-11-27', currency: 'USD', rate: '1.0823' },
    { date: '2026-11-27', currency: 'JPY', rate: '163.45' },
  ]);
});

it('reads many days; what was not quoted is not there', () => {
  const text = '\uFEFFDate,USD,CYP,\n2026-11-27,1.0823,N/A,\n2007-12-31,1.4721,0.585274,\n';
  expect(readRatesCsv(text)?.map(({ date, currency }) => `${date} ${currency}`)).toEqual([
    '2026-11-27 USD',
    '2007-12-31 USD',
    '2007-12-31 CYP',
  ]);
});

it.each([
  ['nothing', ''],
  ['a head alone', 'Date,USD\n'],
  ['another head', 'Day,USD\n2026-11-27,1\n'],
  ['no code', 'Date,dollars\n2026-11-27,1\n'],
  ['no day', 'Date,USD\n2026-13-27,1\n'],
  ['a day of a month nobody knows', 'Date,USD\n27 Brumaire 2026,1\n'],
  ['a line cut off', 'Date,USD,JPY\n2026-11-27,1.08\n'],
  ['a figure cut off', 'Date, USD, JPY, \n2026-11-27, 1.0823, 163.'],
  ['a last figure cut off', 'Date,USD\n2026-11-27,1.08'],
  ['a rate in words', 'Date,USD\n2026-11-27,one\n'],
  ['a rate of zero', 'Date,USD\n2026-11-27,0.0\n'],
  ['a rate below zero', 'Date,USD\n2026-11-27,-1\n'],
])('%s is no file of rates', (_, text) => {
  expect(readRatesCsv(text)).toBeNull();
});

it('rates are decimals with a point', () => {
  expect(['1', '1.08', '0.000001'].every(isRateText)).toBe(true);
  expect(['', '0', '0.00', '1,08', '1e3', ' 1', '.5', '1.'].some(isRateText)).toBe(false);
});
