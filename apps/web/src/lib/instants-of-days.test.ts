import { expect, test } from 'vitest';
import { daySpan } from './day-span.ts';
import { instantsOfDays } from './instants-of-days.ts';

test('days of an address become the instants they begin and end at in the zone, summer time included', () => {
  expect(instantsOfDays({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Paris')).toEqual({
    from: '2026-10-24T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
  expect(instantsOfDays({}, 'Europe/Paris')).toEqual({});
});

test('what is no day is left out', () => {
  expect(daySpan({ from: '2026-02-30', to: 5 })).toEqual({});
  expect(daySpan({ from: '2026-02-28' })).toEqual({ from: '2026-02-28' });
});
