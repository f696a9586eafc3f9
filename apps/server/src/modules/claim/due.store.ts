import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface DueClaim {
  readonly id: string;
  readonly deadline: Instant;
  readonly isAutomatic: boolean;
  readonly isReminded: boolean;
  readonly isTold: boolean;
}

/**
 * Claims on which the clock runs and whose days are over by `until`, and of which that was not told yet or which silence accepts; the most
 * pressing first. `only` narrows to one.
 */
export async function selectDue(tx: Tx, workspaceId: string, until: Instant, only: string | null): Promise<DueClaim[]> {
  return tx.query<DueClaim>(
    `select id, deadline, is_automatic as "isAutomatic", reminded_for is not distinct from deadline as "isReminded",
       overdue_for is not distinct from deadline as "isTold"
       from claim where workspace_id = $1 and state = 'open' and deadline <= $2 and ($3::uuid is null or id = $3)
        and (is_automatic or overdue_for is distinct from deadline)
      order by deadline limit 500`,
    [workspaceId, new Date(until), only],
  );
}

/** Somebody was reminded of this deadline. */
export async function markReminded(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`update claim set reminded_for = deadline where workspace_id = $1 and id = $2`, [workspaceId, id]);
}

/** That this deadline passed was told. */
export async function markOverdue(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`update claim set overdue_for = deadline, reminded_for = deadline where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
}
