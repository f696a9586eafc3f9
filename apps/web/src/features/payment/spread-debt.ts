import { type LocalDate, shiftMonths } from '@cordee/core/time';

interface Instalment {
  readonly dueOn: LocalDate;
  readonly amount: number;
}

/** An amount over so many months from a first day on, as evenly as cents allow: what does not divide comes first. */
export function spreadDebt(amount: number, months: number, firstOn: LocalDate): Instalment[] {
  const parts = Math.min(months, amount);
  if (!(parts >= 1)) return [];
  const left = amount % parts;
  // Without the rest it divides exactly.
  const each = (amount - left) / parts;
  return Array.from({ length: parts }, (_, index) => ({
    dueOn: shiftMonths(firstOn, index),
    amount: each + (index < left ? 1 : 0),
  }));
}
