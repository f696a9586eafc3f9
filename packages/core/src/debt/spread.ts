import { type LocalDate, shiftMonths } from '../time/index.ts';
import type { Instalment } from './terms.ts';

/** An amount over so many months from a first day on, as evenly as cents allow: what does not divide comes first. */
export function spreadInstalments(amount: bigint, months: number, firstOn: LocalDate): Instalment[] {
  if (amount < 1n || months < 1) return [];
  const parts = amount < BigInt(months) ? amount : BigInt(months);
  const left = amount % parts;
  return Array.from({ length: Number(parts) }, (_, index) => ({
    dueOn: shiftMonths(firstOn, index),
    amount: amount / parts + (BigInt(index) < left ? 1n : 0n),
  }));
}
