import type { DebtMovementKind } from '@cordee/contract/debt-values';
import type { FactKind } from '@cordee/core/counting';
import { type DebtSums, owedOf } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { ownFact, type ReadyFact } from '../fact/index.ts';
import type { Place } from '../counting/index.ts';
import { type DebtPlanRecord, insertDebtMovement, stepDebtPlan } from './debt-plan.store.ts';

export interface DebtMove {
  readonly kind: DebtMovementKind;
  readonly amount: bigint;
  readonly paidOn?: LocalDate;
  readonly reference?: string;
}

export interface Moved {
  readonly fact: ReadyFact;
  /** The plan as it is from here on; settled when nothing is owed any more. */
  readonly plan: DebtPlanRecord;
}

const fields = { planned: 'planned', kept_back: 'keptBack', paid: 'paid', waived: 'waived', returned: 'returned' } as const;

/** What moves by a plan, as a fact that takes this place, and its row; what is paid back, or waived, to the last cent settles the plan. */
export async function moveDebt(
  tx: Tx,
  workspaceId: string,
  plan: DebtPlanRecord,
  { seq, recordedAt }: Place,
  { kind, amount, paidOn, reference }: DebtMove,
): Promise<Moved> {
  const number = plan.movements + 1;
  const row = { number, kind, amount, factSeq: seq, at: recordedAt, paidOn: paidOn ?? null, reference: reference ?? null };
  await insertDebtMovement(tx, workspaceId, plan.id, row);
  const field = fields[kind];
  const sums: DebtSums = { ...plan.sums, [field]: plan.sums[field] + amount };
  if (owedOf(sums) < 0n) throw new Error('more moved by a plan than is owed under it');
  const isSettled = owedOf(sums) === 0n && kind !== 'returned';
  if (isSettled) await stepDebtPlan(tx, workspaceId, plan.id, { from: ['running'], to: 'settled', at: recordedAt });
  const after = { ...plan, movements: number, sums };
  return {
    fact: debtFact(plan, { seq, recordedAt }, `debt_${kind}`, amount, number),
    plan: isSettled ? { ...after, state: 'settled', endedAt: recordedAt } : after,
  };
}

type Step = Extract<FactKind, `debt_${string}`>;

function debtFact(
  { id, partnerId, currency }: DebtPlanRecord,
  { recordedAt }: Place,
  kind: Step,
  amount: bigint,
  number: number,
): ReadyFact {
  const planId = encodeId('dpl', id);
  return ownFact({
    kind,
    from: 'debt',
    externalId: `${planId}/${number}`,
    at: recordedAt,
    currency,
    amount,
    body: { partnerId, debt: { planId } },
  });
}
