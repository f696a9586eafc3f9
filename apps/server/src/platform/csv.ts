import type { Language } from '@cordee/contract/language';
import { currencyExponent } from '@cordee/core/money';

const SPECIAL = /["\r\n;,]/;
/** What spreadsheets take for a formula at the start of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A text as a cell of CSV (RFC 4180) that no spreadsheet runs as a formula. */
export function textCell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Marks the file as UTF-8 for spreadsheets that would not guess it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Where the comma is the decimal mark, spreadsheets expect the semicolon between cells. */
const conventions = { en: { separator: ',', decimal: '.' }, fr: { separator: ';', decimal: ',' } } as const;

/** Cells, made inert before, as a line in the conventions of the language. */
export function csvLine(cells: readonly string[], language: Language): string {
  return `${cells.join(conventions[language].separator)}\r\n`;
}

/** Minor units as a decimal number of the currency, in the conventions of the language. */
export function amountCell(amount: bigint, currency: string, language: Language): string {
  const decimals = currencyExponent(currency) ?? 0;
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = amount < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}${conventions[language].decimal}${digits.slice(-decimals)}`;
}
