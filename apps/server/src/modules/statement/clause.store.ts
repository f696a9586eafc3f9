import type { PlanDocument } from '@cordee/core/plan';
import type { Tx } from '../../platform/db/index.ts';

/** The documents of plan versions, by id. */
export async function planDocuments(
  tx: Tx,
  workspaceId: string,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, PlanDocument>> {
  const rows = await tx.query<{ id: string; document: PlanDocument }>(
    `select id, document from plan_version where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, versionIds],
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}
