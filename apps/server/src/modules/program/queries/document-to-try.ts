import type { PlanDocument } from '@cordee/core/plan';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { mustBeSound } from '../plan-faults.ts';
import { findPlan, isPublished, selectVersions } from '../plan.store.ts';

/**
 * The rules to try in the place of a plan: those given, else its draft, else its latest version. Refuses `not_found`,
 * `plan_invalid` and `unknown_reference`.
 */
export async function documentToTry(
  tx: Tx,
  workspaceId: string,
  planId: string,
  given: PlanDocument | undefined,
): Promise<PlanDocument> {
  if ((await findPlan(tx, workspaceId, planId)) === null) throw new Refusal('not_found');
  if (given !== undefined) {
    await mustBeSound(tx, workspaceId, given, 'document');
    return given;
  }
  const versions = await selectVersions(tx, workspaceId, [planId]);
  const version = versions.find((candidate) => !isPublished(candidate)) ?? versions.at(-1);
  if (version === undefined) throw new Refusal('not_found');
  return version.document;
}
