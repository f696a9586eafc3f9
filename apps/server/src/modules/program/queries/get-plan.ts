import type { Plan } from '@cordee/contract/plan';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { planToContract } from '../plan-answer.ts';
import { findPlan, selectVersions } from '../plan.store.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { findProgram } from '../program.store.ts';

/** A plan with all its versions and their clauses in both languages. Refuses `not_found`. */
export function getPlan(context: Context, planId: string): Promise<Plan> {
  mustReadPrograms(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const plan = await findPlan(tx, workspaceId, planId);
    const program = plan === null ? null : await findProgram(tx, workspaceId, plan.programId);
    if (plan === null || program === null) throw new Refusal('not_found');
    const versions = await selectVersions(tx, workspaceId, [planId]);
    return planToContract(tx, workspaceId, program, plan, versions, context.now());
  });
}
