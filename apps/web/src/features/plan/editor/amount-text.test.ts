import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, readAmount } from './amount-text.ts';

test('every amount is read as it was written, in both languages, whatever the decimals of its currency', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000_000_000 }),
      fc.constantFrom('EUR', 'JPY', 'KWD', 'points'),
      fc.constantFrom('fr' as const, 'en' as const),
      (amount, currency, language) => {
        expect(readAmount(amountText(amount, currency, language), currency, language)).toBe(amount);
      },
    ),
  );
});

test('amounts are read as people of each language type them; what is none is kept as it is', () => {
  expect(readAmount('1 234,56', 'EUR', 'fr')).toBe(123_456);
  expect(readAmount('1,234.56', 'EUR', 'en')).toBe(123_456);
  expect(readAmount('12.5', 'EUR', 'fr')).toBe(1250);
  expect(readAmount('12,5', 'EUR', 'en')).toBe(1250);
  for (const text of ['abc', '-5', '1,234', '']) expect(readAmount(text, 'EUR', 'fr')).toBe(text);
  expect(readAmount('12.5', 'points', 'en')).toBe('12.5');
  expect(amountText('abc', 'EUR', 'fr')).toBe('abc');
});
