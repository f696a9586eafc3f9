import type { AskDebtWaiver, DebtPlanAnswer } from '@cordee/contract/debt-values';
import { owedOf } from '@cordee/core/debt';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey, loadRules } from '../../bank/index.ts';
import { decideWaiver, findWaitingWaiver, insertWaiver, type WaitingWaiver } from '../debt-waiver.store.ts';
import { mustDecideDebts } from '../debt.policy.ts';
import { mustFindPlan } from '../find-plan.ts';
import { planStands, waiverWaits } from '../refusals.ts';
import { moveExactly, told } from './pay-debt.ts';

/** Asks that a part of what is owed is waived; nothing moves yet. Refuses `not_found`, `conflict`, `more_than_owed`. */
export function askWaiver(context: Context, id: string, input: AskDebtWaiver): Promise<Wire<DebtPlanAnswer>> {
  mustDecideDebts(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const plan = await mustFindPlan(tx, workspaceId, id, null);
    if (plan.state !== 'running') throw planStands(plan.state);
    if (BigInt(input.amount) > owedOf(plan.sums)) throw new Refusal('more_than_owed');
    if ((await findWaitingWaiver(tx, workspaceId, id)) !== null) throw waiverWaits(true);
    const askedAt = context.now();
    const waiver = { id: newUuid(askedAt), amount: BigInt(input.amount), reason: input.reason };
    await insertWaiver(tx, workspaceId, id, { ...waiver, askedBy: actorKey(context.actor), askedAt });
    return told(tx, context, id, 'debt_waiver.asked');
  });
}

/**
 * Waives what somebody else asked for. Refuses `not_found`, `conflict` when none waits, `same_person` while four eyes are the rule,
 * `more_than_owed` when less is owed by now, `unavailable`.
 */
export function approveWaiver(context: Context, id: string): Promise<Wire<DebtPlanAnswer>> {
  mustDecideDebts(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const waiver = await mustWait(tx, workspaceId, id);
    const { fourEyes } = await loadRules(tx, workspaceId);
    if (fourEyes && waiver.askedBy === actorKey(actor)) throw new Refusal('same_person');
    const decision = { state: 'approved', by: actorKey(actor), at: context.now(), reason: null } as const;
    if (!(await decideWaiver(tx, workspaceId, waiver.id, decision))) throw waiverWaits(false);
    await moveExactly(tx, context, id, () => ({ kind: 'waived', amount: waiver.amount }));
    return told(tx, context, id, 'debt_plan.waived');
  });
}

/** Refuses a waiver that waits, or takes back one's own. Refuses `not_found`, `conflict`. */
export function refuseWaiver(context: Context, id: string, reason: string): Promise<Wire<DebtPlanAnswer>> {
  mustDecideDebts(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const waiver = await mustWait(tx, workspaceId, id);
    const decision = { state: 'refused', by: actorKey(actor), at: context.now(), reason } as const;
    if (!(await decideWaiver(tx, workspaceId, waiver.id, decision))) throw waiverWaits(false);
    return told(tx, context, id, 'debt_waiver.refused');
  });
}

async function mustWait(tx: Tx, workspaceId: string, planId: string): Promise<WaitingWaiver> {
  await mustFindPlan(tx, workspaceId, planId, null);
  const waiver = await findWaitingWaiver(tx, workspaceId, planId);
  if (waiver === null) throw waiverWaits(false);
  return waiver;
}
