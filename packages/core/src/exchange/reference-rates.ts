import { isLocalDate, type LocalDate } from '../time/index.ts';

/** What the bank said of one currency on one day. */
export interface ReferenceRate {
  readonly date: LocalDate;
  readonly currency: string;
  /** Units of it for one euro, the text that stood in the file. */
  readonly rate: string;
}

const RATE = /^\d{1,12}(?:\.\d{1,12})?$/;

/** Whether a text is a rate as the bank writes them: a decimal number above zero with a point. */
export function isRateText(text: string): boolean {
  return RATE.test(text) && /[1-9]/.test(text);
}

/**
 * Reads the bank's CSV, of one day or of many: a head `Date, USD, JPY, …`, dates as `2026-11-27` or `27 November 2026`, `N/A` where
 * there is no rate, often a comma too many at the end. Null when it is something else, or cut off within a line.
 */
export function readRatesCsv(text: string): ReferenceRate[] | null {
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim()));
  const currencies = head?.slice(1).filter((code) => code !== '') ?? [];
  if (head?.[0] !== 'Date' || currencies.length === 0 || lines.length === 0) return null;
  if (!currencies.every((code) => /^[A-Z]{3}$/.test(code))) return null;
  // Cut off within its last figure a file would still look right: each line has a comma at its end, or the file a line's.
  if (head.at(-1) !== '' && !/\n\s*$/.test(text)) return null;
  const rates: ReferenceRate[] = [];
  for (const [day = '', ...cells] of lines) {
    const date = dateOf(day);
    if (date === null || cells.length !== head.length - 1) return null;
    for (const [index, currency] of currencies.entries()) {
      const rate = cells[index] ?? '';
      if (rate === 'N/A' || rate === '') continue;
      if (!isRateText(rate)) return null;
      rates.push({ date, currency, rate });
    }
  }
  return rates;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function dateOf(text: string): LocalDate | null {
  const [day = '', month = '', year = ''] = text.split(' ');
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const iso = number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : null;
}
