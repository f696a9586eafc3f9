import { expect, test } from 'vitest';
import { currencyCodes, currencyExponent, isCurrency, isUnit } from './index.ts';

test('exponents follow ISO 4217 where display habits differ', () => {
  const expected = { EUR: 2, JPY: 0, HUF: 2, IQD: 3, MGA: 2, MRU: 2, UGX: 0, ISK: 0, TND: 3, CLF: 4, UYW: 4, XOF: 0, XCG: 2 };
  for (const [code, exponent] of Object.entries(expected)) expect([code, currencyExponent(code)]).toEqual([code, exponent]);
});

test('withdrawn codes, metals, funds without a unit, and other cases are no currency', () => {
  for (const code of ['BGN', 'HRK', 'ANG', 'XAU', 'XDR', 'XXX', 'XTS', 'eur', 'EURO', '', 'constructor']) {
    expect([code, isCurrency(code)]).toEqual([code, false]);
  }
  expect(currencyExponent('XAU')).toBeNull();
  expect(currencyExponent('EURO')).toBeNull();
});

test('units are lower-case words without decimals', () => {
  expect(currencyExponent('points')).toBe(0);
  expect(isUnit('loyalty_points2')).toBe(true);
  for (const code of ['p', 'EUR', '2x', 'with space', 'x'.repeat(31)]) expect([code, isUnit(code)]).toEqual([code, false]);
});

test('the table has each code once, in ISO shape', () => {
  const codes = currencyCodes();
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(codes).toHaveLength(17 + 138 + 7 + 2);
});
