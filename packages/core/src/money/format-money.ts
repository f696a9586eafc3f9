import type { Language } from '../language/index.ts';
import { currencyExponent, isUnit } from './currencies.ts';
import type { Money } from './money.ts';

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };

/**
 * The exact amount for people: `1 234,56 €` in French, `€1,234.56` in English; the code where no symbol is unmistakable
 * (`1 234,56 CHF`, `CHF 1,234.56`); a unit follows its number. Throws on a currency that does not exist.
 */
export function formatMoney(money: Money, language: Language): string {
  const { amount, currency } = money;
  const number = decimalText(amount < 0n ? -amount : amount, currency, language);
  const sign = amount < 0n ? '-' : '';
  if (language === 'fr' || isUnit(currency)) return `${sign}${number} ${SYMBOLS[currency] ?? currency}`;
  const symbol = SYMBOLS[currency];
  return symbol === undefined ? `${sign}${currency} ${number}` : `${sign}${symbol}${number}`;
}

function decimalText(amount: bigint, currency: string, language: Language): string {
  const exponent = currencyExponent(currency);
  if (exponent === null) throw new RangeError(`unknown currency ${JSON.stringify(currency)}`);
  const digits = amount.toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? ' ' : ',');
  if (exponent === 0) return whole;
  return `${whole}${language === 'fr' ? ',' : '.'}${digits.slice(-exponent)}`;
}
