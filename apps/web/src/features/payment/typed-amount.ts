import type { Language } from '@cordee/contract/language';
import { currencyExponent, parseAmount } from '@cordee/core/money';

/** Minor units for what was typed; what cannot be read goes as it stands, so that the contract says so. */
export function sentAmount(typed: string, currency: string, language: Language): number {
  const amount = parseAmount(typed.trim(), currency, language === 'fr' ? 'comma' : 'dot');
  return amount === null ? (typed as never) : Number(amount);
}

/** Minor units as they are typed in this language: `25.00`, `25,00`. */
export function typedAmount(amount: number, currency: string, language: Language): string {
  const exponent = currencyExponent(currency) ?? 0;
  const digits = String(amount).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? whole : `${whole}${language === 'fr' ? ',' : '.'}${digits.slice(-exponent)}`;
}
