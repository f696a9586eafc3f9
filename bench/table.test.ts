import { expect, test } from 'vitest';
import { figure, isMet, table } from './table.ts';

const fast = { name: 'fast', value: 12_345.6, unit: 'req/s', limit: 'the wire', limitValue: 20_000, ratio: 0.617, goal: 0.6 };
const slow = { ...fast, name: 'slower', ratio: 0.5949, goal: 0.6 };

test('columns are aligned, figures to the right', () => {
  expect(table([fast, slow]).split('\n')).toEqual([
    'name     value  unit   limit     limit value  ratio  goal  ok',
    '------  ------  -----  --------  -----------  -----  ----  ---',
    'fast    12 346  req/s  the wire       20 000   0.62  0.60  yes',
    'slower  12 346  req/s  the wire       20 000   0.59  0.60  no',
  ]);
});

test('a ratio shown as its goal has met it', () => {
  expect(isMet({ ratio: 0.5951, goal: 0.6 })).toBe(true);
  expect(isMet({ ratio: 0.5949, goal: 0.6 })).toBe(false);
  expect(isMet({ ratio: Number.NaN, goal: 0.6 })).toBe(false);
});

test('figures keep what they mean', () => {
  expect(figure(1_234_567.8)).toBe('1 234 568');
  expect(figure(12.345)).toBe('12.3');
  expect(figure(0.0123)).toBe('0.01');
  expect(figure(999.6)).toBe('1 000');
  expect(figure(Number.NaN)).toBe('?');
});
