import { currencyExponent, parseAmount, roundRatio } from '@cordee/core/money';
import { TranslationFault, type JsonObject } from './json.ts';

const DECIMAL = /^([+-]?)(\d{1,18})(?:\.(\d{1,18}))?$/;

/**
 * A decimal text of a shop (`12.50`, `-3`, `16.666667`) in minor units of the currency; decimals beyond its exponent are rounded
 * half away from zero. null when absent.
 */
export function decimalAt(parent: JsonObject | null, name: string, currency: string): bigint | null {
  const value = parent?.[name];
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'number' ? String(value) : value;
  const minor = typeof text === 'string' ? minorUnits(text.trim(), currency) : null;
  if (minor === null) {
    throw new TranslationFault(`/${name}`, {
      en: 'A decimal amount such as 12.50 is expected.',
      fr: 'Un montant décimal tel que 12.50 est attendu.',
    });
  }
  return minor;
}

function minorUnits(text: string, currency: string): bigint | null {
  const exact = parseAmount(text, currency, 'dot');
  if (exact !== null) return exact;
  const exponent = currencyExponent(currency);
  const match = DECIMAL.exec(text);
  if (match === null || exponent === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const scaled = BigInt(whole + fraction) * 10n ** BigInt(exponent);
  const rounded = roundRatio(scaled, 10n ** BigInt(fraction.length));
  return sign === '-' ? -rounded : rounded;
}
