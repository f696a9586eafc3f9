import type { Plan } from '@cordee/contract/plan';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { planToContract } from '../plan-answer.ts';
import { findPlan, selectVersions } from '../plan.store.ts';
import { placeAt } from '../program-answer.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { selectPlaces } from '../place.store.ts';

/** A plan with all its versions and their clauses in both languages. Refuses `not_found`. */
export function getPlan(context: Context, planId: string): Promise<Plan> {
  mustReadPrograms(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const plan = await findPlan(tx, workspaceId, planId);
    if (plan === null) throw new Refusal('not_found');
    const now = context.now();
    const { planId: byDefault } = placeAt(await selectPlaces(tx, workspaceId, [plan.programId]), now);
    const versions = await selectVersions(tx, workspaceId, [planId]);
    return planToContract(tx, workspaceId, byDefault, plan, versions, now);
  });
}
