import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyCodes, currencyExponent } from '../money/index.ts';
import {
  DEFAULT_WISE_HEADER,
  PAYPAL_ROWS,
  paypalCsv,
  railDecimals,
  rails,
  railUnits,
  readWiseHeader,
  WISE_ROWS,
  wiseCsv,
  wiseGaps,
} from './index.ts';

const to = { holder: 'Éloïse & Fils', email: null, receiverType: 'INSTITUTION', details: { IBAN: 'BE68539007547034' } } as const;
const order = { columns: DEFAULT_WISE_HEADER, sourceCurrency: 'EUR', currency: 'EUR', remittance: 'Commissions' };

test('an amount in the units of a rail is exact, or there is none', () => {
  expect(railUnits('stripe', 12_345n, 'EUR')).toBe(12_345n);
  expect(railUnits('stripe', 12_345n, 'JPY')).toBe(12_345n);
  // Two decimals at Stripe, none by ISO; none at Stripe, two by ISO.
  expect(railUnits('stripe', 500n, 'ISK')).toBe(50_000n);
  expect(railUnits('stripe', 12_300n, 'MGA')).toBe(123n);
  expect(railUnits('stripe', 12_345n, 'MGA')).toBeNull();
  expect(railUnits('paypal', 12_345n, 'HUF')).toBeNull();
  expect(railUnits('paypal', 12_300n, 'HUF')).toBe(123n);
  expect(railUnits('paypal', 1n, 'BHD')).toBeNull();
  expect(railUnits('sepa', 1n, 'USD')).toBeNull();
  const cases = fc.tuple(fc.constantFrom(...rails), fc.constantFrom(...currencyCodes()), fc.bigInt({ min: 1n, max: 10n ** 15n }));
  fc.assert(
    fc.property(cases, ([rail, currency, amount]) => {
      const [units, decimals, iso] = [
        railUnits(rail, amount, currency),
        railDecimals(rail, currency),
        currencyExponent(currency),
      ];
      if (units === null || decimals === null || iso === null) return;
      expect(units * 10n ** BigInt(iso)).toBe(amount * 10n ** BigInt(decimals));
    }),
  );
});

test('a file for Wise: the default template to the byte, then the columns of another', () => {
  const file = wiseCsv(order, [{ reference: 'pay_1', amount: 148_148n, to }]);
  expect(file).toBe(
    'name,recipientEmail,paymentReference,receiverType,amountCurrency,amount,sourceCurrency,targetCurrency,IBAN\r\n' +
      'Éloïse & Fils,,pay_1,INSTITUTION,target,1481.48,EUR,EUR,BE68539007547034\r\n',
  );
  const { columns, unknown, missing } = readWiseHeader('name,paymentReference,referenceNumber,amount,targetCurrency,sortCode');
  expect([unknown, missing]).toEqual([[], []]);
  const british = { ...to, holder: '=cmd|x, "Ltd"', details: { sortCode: '40-30-20' } };
  expect(wiseCsv({ ...order, columns, currency: 'GBP' }, [{ reference: 'pay_2', amount: 5n, to: british }])).toBe(
    'name,paymentReference,referenceNumber,amount,targetCurrency,sortCode\r\n"cmd|x, ""Ltd""",Commissions,pay_2,0.05,GBP,40-30-20\r\n',
  );
});

test('a header is refused with the names of what is wrong with it', () => {
  expect(readWiseHeader('\uFEFFname;amount;amount;Shoe size')).toMatchObject({
    unknown: ['Shoe size'],
    missing: ['paymentReference', 'targetCurrency'],
    repeated: ['amount'],
  });
  expect(wiseGaps(['name', 'IBAN', 'BIC'], to)).toEqual(['BIC']);
  expect(() => wiseCsv({ ...order, columns: ['name', 'BIC'] }, [{ reference: 'pay_1', amount: 1n, to }])).toThrow('BIC');
});

test('a file for PayPal: no header, one currency, our reference in every row', () => {
  const payments = [
    { reference: 'pay_1', amount: 1050n, recipient: 'ana@example.com' },
    { reference: 'pay_2', amount: 99n, recipient: 'AB12CD34EF56G' },
  ];
  expect(paypalCsv({ currency: 'USD', note: 'Thank you, "all"' }, payments)).toBe(
    'ana@example.com,10.50,USD,pay_1,"Thank you, ""all""",PAYPAL\r\nAB12CD34EF56G,0.99,USD,pay_2,"Thank you, ""all""",PAYPAL\r\n',
  );
  expect(() => paypalCsv({ currency: 'HUF', note: 'x' }, payments.slice(0, 1))).toThrow('pay_1');
});

test('no file holds more rows than its rail takes, or none', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ reference: `p${index}`, amount: 1n, to }));
  expect(wiseCsv(order, many(WISE_ROWS)).split('\r\n')).toHaveLength(WISE_ROWS + 2);
  expect(() => wiseCsv(order, many(WISE_ROWS + 1))).toThrow('1001');
  const paypal = (count: number) => many(count).map(({ reference, amount }) => ({ reference, amount, recipient: 'a@b.example' }));
  expect(() => paypalCsv({ currency: 'EUR', note: 'x' }, paypal(PAYPAL_ROWS + 1))).toThrow('5001');
  expect(() => paypalCsv({ currency: 'EUR', note: 'x' }, [])).toThrow('0');
});

test('whatever a name holds, a row has as many cells as the header and none that a spreadsheet runs', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (holder) => {
      const file = wiseCsv(order, [{ reference: 'pay_1', amount: 1n, to: { ...to, holder } }]);
      const cells = cellsOf(file.slice(file.indexOf('\r\n') + 2, -2));
      expect(cells).toHaveLength(DEFAULT_WISE_HEADER.length);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

/** A reader of its own: quotes as RFC 4180 has them. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${character}`);
  }
  expect(isQuoted).toBe(false);
  return cells;
}
