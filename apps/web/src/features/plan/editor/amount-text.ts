import { currencyExponent, formatMoney, isCurrency, parseAmount } from '@cordee/core/money';
import type { Language } from '@cordee/contract/language';

/** Minor units as one types them: `1 234,56` in French, `1,234.56` in English. What is no amount stays what it is. */
export function amountText(value: unknown, currency: string, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return '';
  if (!isCurrency(currency)) return String(value);
  return formatMoney({ amount: BigInt(value), currency }, language)
    .replace(/[^\d.,\s-]/g, '')
    .trim()
    .replace(/\s/g, ' ');
}

/** Minor units of what was typed; the text itself when it is no amount of that currency. */
export function readAmount(text: string, currency: string, language: Language): number | string {
  const plain = text.trim();
  if (!isCurrency(currency)) return /^\d{1,15}$/.test(plain) ? Number(plain) : text;
  const style = language === 'fr' ? 'comma' : 'dot';
  // `12.5` in French and `12,5` in English are what they look like as well.
  const amount = parseAmount(plain, currency, style) ?? looseDecimal(plain, currency);
  if (amount === null || amount < 0n || amount > BigInt(Number.MAX_SAFE_INTEGER)) return text;
  return Number(amount);
}

function looseDecimal(text: string, currency: string): bigint | null {
  const exponent = currencyExponent(currency) ?? 0;
  const match = /^(\d{1,12})[.,](\d+)$/.exec(text);
  if (match === null || (match[2] ?? '').length > exponent) return null;
  return parseAmount(`${match[1]}.${match[2]}`, currency, 'dot');
}
