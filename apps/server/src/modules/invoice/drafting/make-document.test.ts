import { expect, test } from 'vitest';
import { DAY, START, withBooks } from '../../../../test/books.ts';
import { enterDetails, FRENCH, GERMAN, setInvoicing, signMandate } from '../../../../test/invoicing.ts';

type Json = Record<string, unknown>;

test.each([
  [
    'of Réunion, between French businesses at its own rate',
    { ...FRENCH, country: 'RE' },
    85,
    ['REG', 'BAR', 'PMT', 'PMD', 'AAB'],
    'B2B',
  ],
  ['of Germany, by reverse charge', GERMAN, 0, ['REG', 'BAR', 'TXD'], 'B2BINT'],
])('a partner %s', (_, details, vat, codes, treatment) =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, details);
    await signMandate(books, ana);
    await books.sale('one', ana, 10_000);
    books.now = START + 12 * DAY;
    await books.release();
    books.now = Date.UTC(2026, 1, 2);
    await books.done('periods/2026-01/closing', undefined);
    const { items } = (await books.done('invoices', {})) as { items: Json[] };
    expect(items).toMatchObject([{ type: '389', net: 1000, vat }]);
    const { notes } = (await books.get(`invoices/${String(items[0]?.['id'])}`)).json() as {
      notes: { code: string; text: string }[];
    };
    expect(notes.map(({ code }) => code)).toEqual(codes);
    expect(notes[1]?.text).toBe(treatment);
  }),
);
