import { expect, test } from 'vitest';
import { detailLines } from './detail-lines.ts';

test('one detail a line; a name without a value is kept, so that it is told', () => {
  expect(detailLines('sortCode: 40-30-20\n\n accountNumber:12345678 \nBIC')).toEqual({
    sortCode: '40-30-20',
    accountNumber: '12345678',
    BIC: '',
  });
  expect(detailLines(' ')).toEqual({});
});
