import type { DebtPlanAnswer, ProposeDebtPlan } from '@cordee/contract/debt-values';
import { findDebtTermsFault, owedOf } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { answerOf } from '../debt-answer.ts';
import { insertDebtPlan, selectDebtPlans, stepDebtPlan, termsOf } from '../debt-plan.store.ts';
import { sideOf } from '../debt.policy.ts';
import { findRunningPlan, mustFindPlan, payableOf, todayOf } from '../find-plan.ts';
import { moreThanDebt, termsWrong } from '../refusals.ts';

/**
 * Proposes how a debt is paid back, by either side, in the place of a proposal that waits; nothing moves yet. What is under a plan
 * already can be proposed anew. Refuses `unknown_reference`, `nothing_owed`, `debt_terms_wrong`.
 */
export function proposePlan(context: Context, input: ProposeDebtPlan): Promise<Wire<DebtPlanAnswer>> {
  const { side, own } = sideOf(context.actor);
  if (own !== null && own !== input.partnerId) throw new Refusal('forbidden');
  const { workspaceId } = context;
  const { partnerId, currency, terms, reason } = input;
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, [partnerId], () => 'partnerId');
    const today = await todayOf(tx, context);
    const amount = BigInt(input.amount);
    const found = findDebtTermsFault(termsOf(terms), amount, today);
    if (found !== null) throw termsWrong(found, terms.kind);
    const owed = await owedIn(tx, workspaceId, input);
    if (owed <= 0n) throw new Refusal('nothing_owed');
    if (amount > owed) throw moreThanDebt();
    const at = context.now();
    for (const { id } of await selectDebtPlans(tx, workspaceId, { partnerIds: [partnerId], currency, states: ['proposed'] })) {
      await stepDebtPlan(tx, workspaceId, id, { from: ['proposed'], to: 'replaced', at });
    }
    const id = newUuid(at);
    const plan = { id, partnerId, currency, amount, terms, reason, proposedBy: side, proposedAt: at };
    await insertDebtPlan(tx, workspaceId, { ...plan, proposer: actorKey(context.actor) });
    const result = await answerOf(tx, workspaceId, await mustFindPlan(tx, workspaceId, id, own), { today, own });
    return { result, audit: { action: 'debt_plan.proposed', subject: encodeId('dpl', id), after: result } };
  });
}

/** On the balance, and under the plan that runs. */
async function owedIn(tx: Tx, workspaceId: string, { partnerId, currency }: ProposeDebtPlan): Promise<bigint> {
  const payable = await payableOf(tx, workspaceId, partnerId, currency);
  const running = await findRunningPlan(tx, workspaceId, { partnerId, currency });
  return (payable < 0n ? -payable : 0n) + (running === null ? 0n : owedOf(running.sums));
}
