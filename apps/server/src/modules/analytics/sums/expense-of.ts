import type { Moved } from './stretch.ts';

/**
 * What a line of the ledger did to a commission: it was earned, or a part was taken back. What a fact gives back of an earlier
 * commission (a refund that failed) is less taken back, not earned again. Null for a line that only moves it on.
 */
export function expenseOf({ factSeq, amount, debit, credit, commission }: Moved): {
  readonly measure: 'earned' | 'reversed';
  readonly amount: bigint;
} | null {
  if (credit === 'commission_expense') return { measure: 'reversed', amount };
  if (debit !== 'commission_expense') return null;
  const isNew = commission === null || commission.factSeq === factSeq;
  return isNew ? { measure: 'earned', amount } : { measure: 'reversed', amount: -amount };
}
