import type { DebtPlanAnswer } from '@cordee/contract/debt-values';
import { findDebtTermsFault, owedOf } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import type { ReadyFact } from '../../fact/index.ts';
import { answerOf } from '../debt-answer.ts';
import { type DebtPlanRecord, stepDebtPlan, termsOf } from '../debt-plan.store.ts';
import { sideOf } from '../debt.policy.ts';
import { findRunningPlan, mustFindPlan, payableOf, todayOf } from '../find-plan.ts';
import { moveDebt } from '../move-debt.ts';
import { otherSides, planStands, termsWrong } from '../refusals.ts';

/**
 * Agrees to what the other side proposed: the debt, as far as there still is one, moves from the balance to the plan at once; a plan
 * that ran gives back what is left of it and ends. Refuses `not_found`, `conflict`, `nothing_owed`, `debt_terms_wrong` when an
 * instalment is past by now, `unavailable` while a large import is being counted.
 */
export function agreeToPlan(context: Context, id: string): Promise<Wire<DebtPlanAnswer>> {
  const { side, own } = sideOf(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const plan = await mustFindPlan(tx, workspaceId, id, own);
    if (plan.state !== 'proposed') throw planStands(plan.state);
    if (plan.proposedBy === side) throw otherSides(true);
    const today = await todayOf(tx, context);
    const found = findDebtTermsFault(termsOf(plan.terms), plan.amount, today);
    if (found?.fault === 'past') throw termsWrong(found, plan.terms.kind);
    await recordExclusively(tx, workspaceId, context.now(), (first) => putUnderPlan(tx, context, plan, first));
    const result = await answerOf(tx, workspaceId, await mustFindPlan(tx, workspaceId, id, own), { today, own });
    return { result, audit: { action: 'debt_plan.agreed', subject: encodeId('dpl', id), after: result } };
  });
}

async function putUnderPlan(tx: Tx, context: Context, plan: DebtPlanRecord, first: Place): Promise<ReadyFact[]> {
  const { workspaceId, actor } = context;
  const { id, partnerId, currency } = plan;
  const facts: ReadyFact[] = [];
  const at = first.recordedAt;
  let payable = await payableOf(tx, workspaceId, partnerId, currency);
  const running = await findRunningPlan(tx, workspaceId, plan);
  if (running !== null) {
    const amount = owedOf(running.sums);
    const { fact } = await moveDebt(tx, workspaceId, running, first, { kind: 'returned', amount });
    await stepDebtPlan(tx, workspaceId, running.id, { from: ['running'], to: 'replaced', at });
    facts.push(fact);
    payable -= amount;
  }
  const amount = -payable < plan.amount ? -payable : plan.amount;
  if (amount <= 0n) throw new Refusal('nothing_owed');
  const step = { from: ['proposed'], to: 'running', at, answerer: actorKey(actor) } as const;
  if (!(await stepDebtPlan(tx, workspaceId, id, step))) throw planStands('replaced');
  const place = { ...first, seq: first.seq + BigInt(facts.length) };
  const moved = await moveDebt(tx, workspaceId, plan, place, { kind: 'planned', amount });
  return [...facts, moved.fact];
}

/** Declines what the other side proposed. Refuses `not_found`, `conflict`. */
export function declinePlan(context: Context, id: string, reason: string): Promise<Wire<DebtPlanAnswer>> {
  return close(context, id, 'declined', reason);
}

/** Withdraws what one's own side proposed. Refuses `not_found`, `conflict`. */
export function withdrawPlan(context: Context, id: string): Promise<Wire<DebtPlanAnswer>> {
  return close(context, id, 'withdrawn');
}

function close(context: Context, id: string, to: 'declined' | 'withdrawn', reason?: string): Promise<Wire<DebtPlanAnswer>> {
  const { side, own } = sideOf(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const plan = await mustFindPlan(tx, workspaceId, id, own);
    if (plan.state !== 'proposed') throw planStands(plan.state);
    const isOwn = plan.proposedBy === side;
    if (isOwn === (to === 'declined')) throw otherSides(isOwn);
    const said = { ...(reason === undefined ? {} : { reason }), ...(isOwn ? {} : { answerer: actorKey(actor) }) };
    const step = { from: ['proposed'] as const, to, at: context.now(), ...said };
    if (!(await stepDebtPlan(tx, workspaceId, id, step))) throw planStands('replaced');
    const today = await todayOf(tx, context);
    const result = await answerOf(tx, workspaceId, await mustFindPlan(tx, workspaceId, id, own), { today, own });
    return { result, audit: { action: `debt_plan.${to}`, subject: encodeId('dpl', id), after: result } };
  });
}
