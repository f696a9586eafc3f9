import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';

const known = new WeakMap<Database, Map<string, number>>();

/** The numbers of plan versions, by id. A version keeps its number for good, so each is read once per process. */
export async function versionNumbers(
  db: Database,
  workspaceId: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const numbers = known.get(db) ?? new Map<string, number>();
  known.set(db, numbers);
  const missing = [...new Set(ids)].filter((id) => !numbers.has(id));
  if (missing.length === 0) return numbers;
  const rows = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return tx.query<{ id: string; number: number }>(
      'select id, number from plan_version where workspace_id = $1 and id = any($2::uuid[])',
      [workspaceId, missing],
    );
  });
  for (const { id, number } of rows) numbers.set(id, number);
  return numbers;
}
