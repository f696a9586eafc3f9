import { debtStanding, type DebtSums, owedOf } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import { localDateOf, type LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { termsOf } from '../debt-plan.store.ts';
import { type CutDebtRow, type DebtCut, selectDebtsAtCuts } from '../stated-debt.store.ts';

/** A plan as the statement of a month tells it: what was owed under it at both ends, and what moved between. */
export interface StatedDebt {
  readonly planId: string;
  readonly agreedOn: LocalDate;
  readonly opening: bigint;
  readonly moved: DebtSums;
  readonly closing: bigint;
  /** Due by the last day of the month, and not paid back. */
  readonly due: bigint;
  readonly missed: number;
  /** What is paid back next, and by when; of a share of payouts the last day. */
  readonly next: { readonly dueOn: LocalDate; readonly amount: bigint } | null;
  /** Of each payout, where that is how it is paid back. */
  readonly percent: number | null;
}

/**
 * The plans of these months, each as it stood when its month was cut: those that moved in it, and those under which something was owed at
 * its end. Whatever happens later, the same is told.
 */
export async function statedDebts(
  tx: Tx,
  workspaceId: string,
  cuts: readonly DebtCut[],
  zone: string,
): Promise<readonly (readonly StatedDebt[])[]> {
  const stated: StatedDebt[][] = cuts.map(() => []);
  if (cuts.length === 0) return stated;
  for (const row of await selectDebtsAtCuts(tx, workspaceId, cuts)) {
    const cut = cuts[row.cut];
    if (cut === undefined) throw new Error('a plan of no month');
    const debt = statedDebt(row, localDateOf(cut.to - 1, zone), zone);
    const isStill = Object.values(debt.moved).every((amount) => amount === 0n);
    if (debt.closing > 0n || !isStill) stated[row.cut]?.push(debt);
  }
  return stated;
}

function statedDebt({ planId, terms, plannedAt, sums, moved }: CutDebtRow, lastDay: LocalDate, zone: string): StatedDebt {
  const closing = owedOf(sums);
  const { instalments, due, missed } = debtStanding(termsOf(terms), sums, lastDay);
  const open = instalments.find(({ state }) => state !== 'covered');
  const isOpen = closing > 0n;
  return {
    planId: encodeId('dpl', planId),
    agreedOn: localDateOf(plannedAt, zone),
    opening: closing - owedOf(moved),
    moved,
    closing,
    due: isOpen ? due : 0n,
    missed: isOpen ? missed : 0,
    next: isOpen && open !== undefined ? { dueOn: open.dueOn, amount: open.amount - open.covered } : null,
    percent: terms.kind === 'share' ? terms.percent : null,
  };
}
