import { currencyExponent } from '@cordee/core/money';
import type { Language } from '@cordee/contract/language';

/** Minor units as a plain decimal, for a spreadsheet. */
export function decimal(amount: number, currency: string): string {
  const exponent = currencyExponent(currency) ?? 0;
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amount < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** `2026-10` as people say it. */
export function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

/** A place on an axis between two amounts, as whole minor units. */
export function wholeOf(place: number): bigint {
  return BigInt(Math.trunc(place));
}
