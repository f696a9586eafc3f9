import type { PlanSummary } from '@cordee/contract/plan';
import type { ListPage } from '@cordee/contract/program';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { planToSummary } from '../plan-answer.ts';
import { selectPlans, selectVersions } from '../plan.store.ts';
import { placeAt } from '../program-answer.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { findProgram } from '../program.store.ts';
import { selectPlaces } from '../place.store.ts';

/** A page of a program's plans, oldest first. Refuses `not_found`. */
export function listPlans(
  context: Context,
  programId: string,
  query: ListPage,
): Promise<{ items: PlanSummary[]; nextCursor: string | null }> {
  mustReadPrograms(context.actor);
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findProgram(tx, workspaceId, programId)) === null) throw new Refusal('not_found');
    const plans = await selectPlans(tx, workspaceId, programId, after, query.limit + 1);
    const versions = Map.groupBy(
      await selectVersions(
        tx,
        workspaceId,
        plans.map(({ id }) => id),
      ),
      ({ planId }) => planId,
    );
    const now = context.now();
    const { planId: byDefault } = placeAt(await selectPlaces(tx, workspaceId, [programId]), now);
    return pageOfRows(
      plans,
      query.limit,
      (plan) => planToSummary(byDefault, plan, versions.get(plan.id) ?? [], now),
      (plan) => [plan.id],
    );
  });
}
