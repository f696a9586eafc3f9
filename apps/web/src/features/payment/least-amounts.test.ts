import { expect, test } from 'vitest';
import { sentAmounts, typedAmounts } from './least-amounts.ts';

test.each([
  [{ currency: 'USD', amount: 2500 }, 'en', '25.00'],
  [{ currency: 'USD', amount: 5 }, 'fr', '0,05'],
  [{ currency: 'JPY', amount: 3000 }, 'fr', '3000'],
  [{ currency: 'BHD', amount: 12_345 }, 'en', '12.345'],
] as const)('%o in %s is typed as %s, and read back as it was', (minimum, language, typed) => {
  const [row] = typedAmounts([minimum], language);
  expect(row?.amount).toBe(typed);
  expect(sentAmounts(row === undefined ? [] : [row], language)).toEqual([minimum]);
});

test('what cannot be read goes as it stands, an empty row not at all', () => {
  const rows = [
    { key: '1', currency: 'USD', amount: 'much' },
    { key: '2', currency: '', amount: ' ' },
  ];
  expect(sentAmounts(rows, 'en')).toEqual([{ currency: 'USD', amount: 'much' }]);
});
