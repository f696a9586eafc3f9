import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRates,
  applyRate,
  compareRates,
  formatRate,
  multiplyRates,
  ONE_RATE,
  parseRate,
  type Rate,
  rate,
  ratePercentText,
  roundRatio,
  subtractRates,
  ZERO_RATE,
} from './index.ts';

const big = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const rates = fc.tuple(big, positive).map(([n, d]) => rate(n, d));

function isReduced(value: Rate): boolean {
  let [a, b] = [value.numerator < 0n ? -value.numerator : value.numerator, value.denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return value.denominator > 0n && a === 1n;
}

test('a rate is reduced with a denominator above zero', () => {
  expect(rate(2n, -16n)).toEqual({ numerator: -1n, denominator: 8n });
  expect(rate(0n, 7n)).toEqual(ZERO_RATE);
  expect(() => rate(1n, 0n)).toThrow(RangeError);
  fc.assert(fc.property(rates, (value) => isReduced(value)));
});

test('rates form a field', () => {
  fc.assert(
    fc.property(rates, rates, rates, (a, b, c) => {
      expect(subtractRates(addRates(a, b), b)).toEqual(a);
      expect(multiplyRates(a, ONE_RATE)).toEqual(a);
      expect(multiplyRates(a, addRates(b, c))).toEqual(addRates(multiplyRates(a, b), multiplyRates(a, c)));
      expect(compareRates(a, b)).toBe(-compareRates(b, a) || 0);
      expect(compareRates(addRates(a, rate(1n, 1_000_000n)), a)).toBe(1);
    }),
  );
});

test('every way to write one eighth', () => {
  for (const text of ['1/8', '2 / 16', '12.5%', '12,5 %', ' 12,50\u00a0%', '0.125', '0,125', '+1/8']) {
    expect([text, parseRate(text)]).toEqual([text, rate(1n, 8n)]);
  }
  expect(parseRate('-5 %')).toEqual(rate(-1n, 20n));
});

test('what is not exactly a rate is refused', () => {
  for (const text of ['', '%', '1/0', '1/-8', '1e-3', '12..5', '1,2,3', '.5', '5.', 'NaN', '1/8%', '١%', '1'.repeat(41)]) {
    expect([text, parseRate(text)]).toEqual([text, null]);
  }
});

test('the stored text reads back', () => {
  fc.assert(
    fc.property(rates, (value) => {
      expect(parseRate(formatRate(value))).toEqual(value);
    }),
  );
});

test('percentages are shown exactly or not at all', () => {
  expect(ratePercentText(rate(1n, 8n), 'fr')).toBe('12,5 %');
  expect(ratePercentText(rate(1n, 8n), 'en')).toBe('12.5%');
  expect(ratePercentText(rate(-1n, 2000n), 'en')).toBe('-0.05%');
  expect(ratePercentText(ONE_RATE, 'fr')).toBe('100 %');
  expect(ratePercentText(ZERO_RATE, 'en')).toBe('0%');
  expect(ratePercentText(rate(1n, 3n), 'fr')).toBe('1/3');
  fc.assert(
    fc.property(rates, fc.constantFrom('fr', 'en'), (value, language) => {
      expect(parseRate(ratePercentText(value, language))).toEqual(value);
    }),
  );
});

test('halves go away from zero, on both sides', () => {
  expect([5n, -5n, 15n, -15n, 4n, -4n, 6n].map((n) => roundRatio(n, 10n))).toEqual([1n, -1n, 2n, -2n, 0n, 0n, 1n]);
  expect(roundRatio(5n, -10n)).toBe(-1n);
  expect(roundRatio(1n, 3n)).toBe(0n);
  expect(applyRate(1005n, rate(1n, 10n))).toBe(101n);
  expect(() => roundRatio(1n, 0n)).toThrow(RangeError);
});

test('rounding is within half a unit of the exact value, at the half away from zero, and sign-symmetric', () => {
  fc.assert(
    fc.property(big, rates, (amount, share) => {
      const rounded = applyRate(amount, share);
      const error = rounded * share.denominator - amount * share.numerator;
      const distance = (error < 0n ? -error : error) * 2n;
      expect(distance <= share.denominator).toBe(true);
      if (distance === share.denominator) expect(error < 0n).toBe(amount * share.numerator < 0n);
      expect(applyRate(-amount, share)).toBe(-rounded);
    }),
  );
});
