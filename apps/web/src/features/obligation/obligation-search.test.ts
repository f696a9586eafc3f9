import { expect, test } from 'vitest';
import { lastDayOf, searchOf } from './obligation-search.ts';

test('what an address does not know is left out, and the rest is kept', () => {
  expect(searchOf({ open: 'obl_1', state: 'late', owner: 'both', due: 'month' })).toEqual({
    open: 'obl_1',
    state: 'late',
    owner: 'both',
    due: 'month',
  });
  expect(searchOf({ open: 'prt_1', state: 'gone', owner: 3, due: 'century' })).toEqual({});
});

test('this month ends on its last day in the zone of the workspace', () => {
  const lateInParis = Date.parse('2027-01-31T23:30:00Z');
  expect(lastDayOf('month', 'Europe/Paris', lateInParis)).toBe('2027-02-28');
  expect(lastDayOf('month', 'UTC', lateInParis)).toBe('2027-01-31');
  expect(lastDayOf('week', 'UTC', lateInParis)).toBe('2027-02-07');
});
