import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyCodes, formatMoney, parseAmount } from './index.ts';

test('amounts as people write them', () => {
  expect(formatMoney({ amount: 123_456n, currency: 'EUR' }, 'fr')).toBe('1 234,56 €');
  expect(formatMoney({ amount: 123_456n, currency: 'EUR' }, 'en')).toBe('€1,234.56');
  expect(formatMoney({ amount: -5n, currency: 'USD' }, 'en')).toBe('-$0.05');
  expect(formatMoney({ amount: -5n, currency: 'EUR' }, 'fr')).toBe('-0,05 €');
  expect(formatMoney({ amount: 123_456n, currency: 'CHF' }, 'en')).toBe('CHF 1,234.56');
  expect(formatMoney({ amount: 1_234_567n, currency: 'XOF' }, 'fr')).toBe('1 234 567 XOF');
  expect(formatMoney({ amount: 1_234_567n, currency: 'TND' }, 'en')).toBe('TND 1,234.567');
  expect(formatMoney({ amount: 1_200n, currency: 'points' }, 'en')).toBe('1,200 points');
  expect(formatMoney({ amount: 9_007_199_254_740_993_00n, currency: 'EUR' }, 'en')).toBe('€9,007,199,254,740,993.00');
  expect(() => formatMoney({ amount: 1n, currency: 'EURO' }, 'en')).toThrow(RangeError);
});

test.each([
  ['1234.56', 'EUR', 'dot', 123_456n],
  ['1,234.56', 'EUR', 'dot', 123_456n],
  ["1'234.56", 'CHF', 'dot', 123_456n],
  ['1 234,56', 'EUR', 'comma', 123_456n],
  ['1\u202f234\u202f567,8', 'EUR', 'comma', 123_456_780n],
  ['1.234.567,80', 'EUR', 'comma', 123_456_780n],
  ['-12', 'EUR', 'comma', -1200n],
  ['−12', 'EUR', 'dot', -1200n],
  ['+.5', 'EUR', 'dot', 50n],
  ['12.340', 'EUR', 'dot', 1234n],
  ['12.345', 'EUR', 'dot', null],
  ['12.345', 'TND', 'dot', 12_345n],
  ['12.5', 'JPY', 'dot', null],
  ['12.00', 'JPY', 'dot', 12n],
  ['1,23', 'EUR', 'dot', null],
  ['1,2345', 'EUR', 'dot', null],
  ['0,123', 'EUR', 'dot', null],
  ['12,34.5', 'EUR', 'dot', null],
  ['1 234', 'points', 'dot', 1234n],
] as const)('%j in %s, style %s', (text, currency, style, expected) => {
  expect(parseAmount(text, currency, style)).toBe(expected);
});

test('what is not a plain number is refused', () => {
  for (const text of ['', '-', '.', ',', '(12.00)', '12-', '1e3', '0x10', '12 €', 'NaN', '1..2', '--1', '1,,234', '٣']) {
    expect([text, parseAmount(text, 'EUR', 'auto')]).toEqual([text, null]);
  }
  expect(parseAmount('1', 'EURO', 'auto')).toBeNull();
});

test('auto refuses what the two styles read differently, and reads the rest', () => {
  for (const text of ['1,234', '1.234', '12,340', '1.000', '-1,000']) {
    expect([text, parseAmount(text, 'EUR', 'auto')]).toEqual([text, null]);
  }
  expect(parseAmount('1,234', 'JPY', 'auto')).toBeNull();
  expect(parseAmount('0,123', 'TND', 'auto')).toBe(123n);
  expect(parseAmount('1,234,567', 'EUR', 'auto')).toBe(123_456_700n);
  expect(parseAmount('1.234,56', 'EUR', 'auto')).toBe(123_456n);
  expect(parseAmount('1234,5', 'EUR', 'auto')).toBe(123_450n);
});

test('any amount in any currency reads back from its own text', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.constantFrom(...currencyCodes()),
      fc.constantFrom('fr', 'en'),
      (amount, currency, language) => {
        const text = formatMoney({ amount, currency }, language)
          .replace(/[^\d., -]/g, '')
          .replace('- ', '-')
          .trim();
        expect(parseAmount(text, currency, language === 'fr' ? 'comma' : 'dot')).toBe(amount);
      },
    ),
  );
});

test('no text makes the parser throw or hang', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'0123456789., -+\u00a0'.split('')), maxLength: 80 });
  fc.assert(
    fc.property(texts, fc.constantFrom('dot', 'comma', 'auto'), (text, style) => {
      const parsed = parseAmount(text, 'EUR', style);
      expect(parsed === null || typeof parsed === 'bigint').toBe(true);
    }),
  );
});
