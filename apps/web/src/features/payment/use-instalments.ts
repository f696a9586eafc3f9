import { type LocalDate, shiftMonths } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import { useState } from 'react';
import { sentAmount, typedAmount } from './typed-amount.ts';

export interface TypedInstalment {
  readonly key: number;
  readonly dueOn: string;
  readonly amount: string;
}

interface Spread {
  readonly currency: string;
  readonly language: Language;
  readonly today: LocalDate;
}

/** What is not spread yet, in minor units, below zero when it is too much; null while an amount cannot be read. */
export function leftToSpread(total: number, parts: readonly TypedInstalment[], { currency, language }: Spread): number | null {
  const amounts = parts.map(({ amount }) => (amount.trim() === '' ? 0 : sentAmount(amount, currency, language)));
  if (![total, ...amounts].every((amount) => Number.isSafeInteger(amount))) return null;
  return amounts.reduce((left, amount) => left - amount, total);
}

/** The row that comes next: a month after the last one, of all that is left. */
export function nextInstalment(key: number, total: number, parts: readonly TypedInstalment[], spread: Spread): TypedInstalment {
  const last = parts.at(-1)?.dueOn ?? '';
  const left = leftToSpread(total, parts, spread) ?? 0;
  return {
    key,
    dueOn: shiftMonths(last === '' ? spread.today : last, 1),
    amount: left > 0 ? typedAmount(left, spread.currency, spread.language) : '',
  };
}

/** Own amounts by own days, as rows that are typed. */
export function useInstalments(spread: Spread) {
  const [parts, setParts] = useState<readonly TypedInstalment[]>([]);
  const [nextKey, setNextKey] = useState(0);
  return {
    parts,
    change: (key: number, given: Partial<TypedInstalment>) =>
      setParts((now) => now.map((part) => (part.key === key ? { ...part, ...given } : part))),
    add: (total: number) => {
      setParts((now) => [...now, nextInstalment(nextKey, total, now, spread)]);
      setNextKey(nextKey + 1);
    },
    remove: (key: number) => setParts((now) => now.filter((part) => part.key !== key)),
    /** As they are sent: what cannot be read goes as it stands, so that the contract says so. */
    sent: () => parts.map(({ dueOn, amount }) => ({ dueOn, amount: sentAmount(amount, spread.currency, spread.language) })),
  };
}
