import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { currencyExponent, parseRate } from '../money/index.ts';
import { crossRate, exchangeAmount } from './exchange.ts';

const perEuro: Readonly<Record<string, string>> = { USD: '1.0823', JPY: '163.45', KWD: '0.3321', GBP: '0.88012' };
const rateOf = (currency: string) => perEuro[currency] ?? null;
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'GBP');
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

function exchange(minor: bigint, from: string, to: string): bigint {
  const rate = crossRate(from, to, rateOf);
  if (rate === null) throw new Error('a known rate is missing');
  return exchangeAmount(minor, from, to, rate);
}

it('an amount and its opposite give opposite results, and more never gives less', () => {
  fc.assert(
    fc.property(currency, currency, amount, amount, (from, to, one, other) => {
      expect(exchange(-one, from, to)).toBe(-exchange(one, from, to));
      if (one <= other) expect(exchange(one, from, to)).toBeLessThanOrEqual(exchange(other, from, to));
    }),
  );
});

it('is rounded once: never further than half a unit from the exact result', () => {
  fc.assert(
    fc.property(currency, currency, amount, (from, to, minor) => {
      const rate = crossRate(from, to, rateOf) ?? { numerator: 0n, denominator: 1n };
      const units = (code: string) => 10n ** BigInt(currencyExponent(code) ?? 0);
      const [numerator, denominator] = [minor * rate.numerator * units(to), rate.denominator * units(from)];
      const off = exchange(minor, from, to) * denominator - numerator;
      expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(denominator);
    }),
  );
});

it('there and back is the same ratio', () => {
  fc.assert(
    fc.property(currency, currency, (from, to) => {
      const [there, back] = [crossRate(from, to, rateOf), crossRate(to, from, rateOf)];
      expect(there?.numerator).toBe(back?.denominator);
      expect(there?.denominator).toBe(back?.numerator);
    }),
  );
});

it('known amounts: dollars to euros, euros to yen, pounds to dinars', () => {
  expect(exchange(108_230n, 'USD', 'EUR')).toBe(100_000n);
  expect(exchange(100n, 'EUR', 'JPY')).toBe(163n);
  // 10.00 GBP = 10 × 0.3321 / 0.88012 KWD = 3.77335… KWD
  expect(exchange(1000n, 'GBP', 'KWD')).toBe(3773n);
});

it('a missing rate is no rate, and a rate of zero neither', () => {
  expect(crossRate('USD', 'BGN', rateOf)).toBeNull();
  expect(crossRate('EUR', 'USD', () => '0')).toBeNull();
  expect(crossRate('EUR', 'EUR', () => null)).toEqual(parseRate('1'));
  expect(() => exchangeAmount(1n, 'points', 'EUR', { numerator: 1n, denominator: 1n })).toThrow('points');
});
