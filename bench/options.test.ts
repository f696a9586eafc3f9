import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const known = ['redirect-durable', 'growth'];

test('small, all, as a table unless said otherwise', () => {
  expect(readOptions([], known)).toEqual({ scale: 'small', only: [], json: false, help: false });
});

test('a few benches at full size, for machines', () => {
  const options = readOptions(['--scale', 'full', '--only', 'growth,redirect-durable', '--json'], known);
  expect(options).toEqual({ scale: 'full', only: ['growth', 'redirect-durable'], json: true, help: false });
});

test('what is not known is refused, and the message says what is', () => {
  expect(() => readOptions(['--only', 'grow'], known)).toThrow(/no bench is called grow; there are redirect-durable, growth/);
  expect(() => readOptions(['--scale', 'huge'], known)).toThrow(/tiny, small, full/);
  expect(() => readOptions(['--fast'], known)).toThrow(/--fast/);
});
