import { spreadInstalments } from '@cordee/core/debt';
import type { LocalDate } from '@cordee/core/time';

interface Instalment {
  readonly dueOn: LocalDate;
  readonly amount: number;
}

/** An amount over so many months from a first day on, as numbers; nothing while it is not one. */
export function spreadDebt(amount: number, months: number, firstOn: LocalDate): Instalment[] {
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(months)) return [];
  return spreadInstalments(BigInt(amount), months, firstOn).map((one) => ({ ...one, amount: Number(one.amount) }));
}
