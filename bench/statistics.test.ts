import { expect, test } from 'vitest';
import { median, pairsOf, summarise } from './statistics.ts';

test('the median is the value in the middle, whatever the order', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('a machine that slows down by half does not move the ratio', () => {
  const pairs = [
    { value: 80, limitValue: 100 },
    { value: 40, limitValue: 50 },
    { value: 8, limitValue: 10 },
  ];
  expect(summarise(pairs, 'more is better')).toEqual({ value: 40, limitValue: 50, ratio: 0.8 });
});

test('one disturbed round does not decide', () => {
  const pairs = [
    { value: 9, limitValue: 10 },
    { value: 1, limitValue: 10 },
    { value: 9, limitValue: 10 },
  ];
  expect(summarise(pairs, 'more is better').ratio).toBe(0.9);
});

test('where less is better, taking twice as long as the limit is a half', () => {
  expect(summarise([{ value: 20, limitValue: 10 }], 'less is better').ratio).toBe(0.5);
});

test('series of rounds are paired round by round, and none may be missing', () => {
  expect(pairsOf([1, 2], [3, 4])).toEqual([
    { value: 1, limitValue: 3 },
    { value: 2, limitValue: 4 },
  ]);
  expect(() => pairsOf([1], [])).toThrow(RangeError);
});
