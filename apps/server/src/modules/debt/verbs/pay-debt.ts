import type { DebtPlanAnswer, DebtPlanState, RecordDebtPayment } from '@cordee/contract/debt-values';
import { owedOf } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { recordExclusively } from '../../counting/index.ts';
import { answerOf } from '../debt-answer.ts';
import { type DebtPlanRecord, stepDebtPlan } from '../debt-plan.store.ts';
import { mustDecideDebts, mustMoveDebts } from '../debt.policy.ts';
import { mustFindPlan, todayOf } from '../find-plan.ts';
import { type DebtMove, moveDebt } from '../move-debt.ts';
import { paidLater, planStands } from '../refusals.ts';

/**
 * Tells of a payment of the partner, made outside. Refuses `not_found`, `conflict` when the plan does not run or the day is still to come,
 * `more_than_owed`, `unavailable` while a large import is being counted.
 */
export function recordPayment(context: Context, id: string, input: RecordDebtPayment): Promise<Wire<DebtPlanAnswer>> {
  mustMoveDebts(context.actor);
  const { amount, paidOn, reference } = input;
  return write(context, async (tx) => {
    if (paidOn > (await todayOf(tx, context))) throw paidLater();
    await moveExactly(tx, context, id, () => ({ kind: 'paid', amount: BigInt(amount), paidOn, reference }));
    return told(tx, context, id, 'debt_plan.paid');
  });
}

/** Ends a plan: what is left goes back on the balance. Refuses `not_found`, `conflict`, `unavailable`. */
export function endPlan(context: Context, id: string, reason: string): Promise<Wire<DebtPlanAnswer>> {
  mustDecideDebts(context.actor);
  return write(context, async (tx) => {
    await moveExactly(tx, context, id, ({ sums }) => ({ kind: 'returned', amount: owedOf(sums) }), { to: 'ended', reason });
    return told(tx, context, id, 'debt_plan.ended');
  });
}

interface Ending {
  readonly to: DebtPlanState;
  readonly reason: string;
}

/** Moves by a plan that runs, looked at when nothing else is recorded or counted any more. */
export async function moveExactly(
  tx: Tx,
  { workspaceId, now }: Context,
  id: string,
  move: (plan: DebtPlanRecord) => DebtMove,
  ending?: Ending,
): Promise<void> {
  await mustFindPlan(tx, workspaceId, id, null);
  await recordExclusively(tx, workspaceId, now(), async (first) => {
    const plan = await mustFindPlan(tx, workspaceId, id, null);
    if (plan.state !== 'running') throw planStands(plan.state);
    const wanted = move(plan);
    if (wanted.amount > owedOf(plan.sums)) throw new Refusal('more_than_owed');
    const { fact } = await moveDebt(tx, workspaceId, plan, first, wanted);
    if (ending !== undefined) {
      await stepDebtPlan(tx, workspaceId, id, { from: ['running'], at: first.recordedAt, ...ending });
    }
    return [fact];
  });
}

/** The plan as the company sees it, with its row of the audit trail. */
export async function told(tx: Tx, context: Context, id: string, action: string) {
  const { workspaceId } = context;
  const view = { today: await todayOf(tx, context), own: null };
  const result = await answerOf(tx, workspaceId, await mustFindPlan(tx, workspaceId, id, null), view);
  return { result, audit: { action, subject: encodeId('dpl', id), after: result } };
}
