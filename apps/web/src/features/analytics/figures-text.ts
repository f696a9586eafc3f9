import type { Language } from '@cordee/contract/language';
import { axisMoney, monthName } from '../../ui/charts/axis-text.ts';

/** Texts of figures for axes, tables and tooltips, where no component can stand. */
export function figuresText(language: Language) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });
  return {
    number: (value: number) => numbers.format(value),
    share: (value: number) => shares.format(value),
    money: (value: number, currency: string) => axisMoney(value, currency, language),
    day: (date: string) => days.format(new Date(`${date}T00:00:00Z`)),
    month: (date: string) => monthName(date, language),
  };
}
