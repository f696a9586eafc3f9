import type { Language } from '@cordee/contract/language';
import { currencyExponent, parseAmount } from '@cordee/core/money';

/** The least amount of a currency as it is typed. */
export interface LeastAmount {
  readonly key: string;
  readonly currency: string;
  readonly amount: string;
}

interface Minimum {
  readonly currency: string;
  readonly amount: number;
}

/** What is kept, as it is typed in this language: `25.00`, `25,00`. */
export function typedAmounts(minimums: readonly Minimum[], language: Language): LeastAmount[] {
  return minimums.map(({ currency, amount }) => {
    const exponent = currencyExponent(currency) ?? 0;
    const digits = String(amount).padStart(exponent + 1, '0');
    const whole = digits.slice(0, digits.length - exponent);
    const part = exponent === 0 ? '' : `${language === 'fr' ? ',' : '.'}${digits.slice(-exponent)}`;
    return { key: currency, currency, amount: `${whole}${part}` };
  });
}

/** What is sent for what was typed: what cannot be read goes as it stands, so that the contract says so. */
export function sentAmounts(rows: readonly LeastAmount[], language: Language): Minimum[] {
  return rows
    .filter(({ currency, amount }) => currency !== '' || amount.trim() !== '')
    .map(({ currency, amount }) => {
      const minor = parseAmount(amount.trim(), currency, language === 'fr' ? 'comma' : 'dot');
      return { currency, amount: minor === null ? (amount as never) : Number(minor) };
    });
}
