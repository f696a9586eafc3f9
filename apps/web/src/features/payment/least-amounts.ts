import type { Language } from '@cordee/contract/language';
import { sentAmount, typedAmount } from './typed-amount.ts';

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
  return minimums.map(({ currency, amount }) => ({ key: currency, currency, amount: typedAmount(amount, currency, language) }));
}

/** What is sent for what was typed: what cannot be read goes as it stands, so that the contract says so. */
export function sentAmounts(rows: readonly LeastAmount[], language: Language): Minimum[] {
  return rows
    .filter(({ currency, amount }) => currency !== '' || amount.trim() !== '')
    .map(({ currency, amount }) => ({ currency, amount: sentAmount(amount, currency, language) }));
}
