import { expect, test } from 'vitest';
import { daysOf, periodPresets, presetOf } from './period-presets.ts';

test('periods begin and end with the calendar', () => {
  const presets = periodPresets('2026-11-29');
  expect(presets.thisMonth).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(presets.lastMonth).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(presets.thisQuarter).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(presets.lastYear).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(presets.last30).toEqual({ from: '2026-10-31', to: '2026-11-29' });
  expect(periodPresets('2027-01-15').lastMonth).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodPresets('2028-02-10').thisMonth).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(presetOf(presets, { from: '2026-10-01', to: '2026-10-31' })).toBe('lastMonth');
  expect(presetOf(presets, { from: '2026-10-02', to: '2026-10-31' })).toBeNull();
});

test('an address that holds no period holds none', () => {
  expect(daysOf({ from: '2026-10-01', to: '2026-10-31' })).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  for (const wrong of [
    {},
    { from: '2026-10-01' },
    { from: '2026-10-32', to: '2026-11-01' },
    { from: '2026-11-01', to: '2026-10-01' },
  ])
    expect(daysOf(wrong)).toBeNull();
});
