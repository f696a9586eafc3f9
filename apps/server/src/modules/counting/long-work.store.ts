import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** What counting does in the background, for as long as it takes: each has a table, and each row of it its progress. */
type LongWork = 'simulation' | 'verification';

export async function saveProgress(
  tx: Tx,
  work: LongWork,
  workspaceId: string,
  id: string,
  { facts, total }: { readonly facts: number; readonly total: number | bigint },
): Promise<void> {
  await tx.query(
    `update ${work} set state = 'running', facts = $3, total = $4 where workspace_id = $1 and id = $2 and finished_at is null`,
    [workspaceId, id, facts, total],
  );
}

/** Keeps what came of it; null when it could not be finished. */
export async function finishWork(
  tx: Tx,
  work: LongWork,
  workspaceId: string,
  id: string,
  result: object | null,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update ${work} set state = case when $3::json is null then 'failed' else 'done' end, result = $3, finished_at = $4
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, result === null ? null : JSON.stringify(result), new Date(at)],
  );
}
