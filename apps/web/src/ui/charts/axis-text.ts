import type { Language } from '@cordee/contract/language';
import { formatMoney } from '@cordee/core/money';

/** Minor units on an axis or in a table of a chart; an axis may ask for what lies between two of them. */
export function axisMoney(value: number, currency: string, language: Language): string {
  // oxlint-disable-next-line cordee/no-float-money -- a place on an axis, between two amounts
  return formatMoney({ amount: BigInt(Math.round(value)), currency }, language);
}

/** The month of `2026-10` or of a day in it, as people say it. */
export function monthName(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`));
}
