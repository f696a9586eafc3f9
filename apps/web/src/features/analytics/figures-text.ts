import type { Language } from '@cordee/contract/language';
import { formatMoney } from '@cordee/core/money';

/** Texts of figures for axes, tables and tooltips, where no component can stand. */
export function figuresText(language: Language) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    number: (value: number) => numbers.format(value),
    share: (value: number) => shares.format(value),
    /** Minor units; an axis may ask for what lies between two of them. */
    // oxlint-disable-next-line cordee/no-float-money -- a place on an axis, between two amounts
    money: (value: number, currency: string) => formatMoney({ amount: BigInt(Math.round(value)), currency }, language),
    day: (date: string) => days.format(new Date(`${date}T00:00:00Z`)),
    month: (date: string) => months.format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`)),
  };
}
