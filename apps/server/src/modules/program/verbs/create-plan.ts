import type { CreatePlan, Plan } from '@cordee/contract/plan';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { planToContract } from '../plan-answer.ts';
import { mustBeSound } from '../plan-faults.ts';
import { insertPlan, insertVersion, type PlanRecord, type VersionRecord } from '../plan.store.ts';
import { placeAt } from '../program-answer.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { findProgram } from '../program.store.ts';
import { selectPlaces } from '../place.store.ts';

/**
 * Adds a plan to a program, with a draft as its first version: counting does not see it yet. Refuses `not_found`, `plan_invalid`
 * and `unknown_reference`.
 */
export function createPlan(context: Context, programId: string, input: CreatePlan): Promise<Plan> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findProgram(tx, workspaceId, programId)) === null) throw new Refusal('not_found');
    await mustBeSound(tx, workspaceId, input.document, 'document');

    const now = context.now();
    const plan: PlanRecord = { id: newUuid(now), programId, name: input.name, createdAt: now };
    const draft: VersionRecord = {
      id: newUuid(now),
      planId: plan.id,
      number: 1,
      document: input.document,
      createdAt: now,
      revision: 1,
      publishedAt: null,
      effectiveAt: null,
    };
    await insertPlan(tx, workspaceId, plan);
    await insertVersion(tx, workspaceId, draft);
    const { planId: byDefault } = placeAt(await selectPlaces(tx, workspaceId, [programId]), now);
    const result = await planToContract(tx, workspaceId, byDefault, plan, [draft], now);
    const after = { name: plan.name, programId: result.programId, document: input.document };
    return { result, audit: { action: 'plan.created', subject: encodeId('pln', plan.id), after } };
  });
}
