import type { Instant } from '@cordee/core/time';
import type { Tx } from '../db/index.ts';

/** A row of the audit trail on its way to those who react. */
export interface Happened {
  readonly id: string;
  readonly at: Instant;
  readonly actor: unknown;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether this transaction is the one that follows the workspace. */
export async function tryFollowingLock(tx: Tx, workspaceId: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('cordee outbox ' || $1::text, 0)) as held`,
    [workspaceId],
  );
  return row?.held === true;
}

/** Removes the oldest rows that may be told now, and gives what they stand for. */
export async function takeOutbox(tx: Tx, workspaceId: string, now: Instant, limit: number): Promise<Happened[]> {
  return tx.query<Happened>(
    `with taken as (
       delete from outbox where workspace_id = $1 and audit_id in (
         select audit_id from outbox where workspace_id = $1 and (next_at is null or next_at <= $2) order by audit_id limit $3)
       returning audit_id
     )
     select a.id, a.at, a.actor, a.action, a.subject, a.before, a.after
       from audit a join taken t on t.audit_id = a.id where a.workspace_id = $1 order by a.id`,
    [workspaceId, new Date(now), limit],
  );
}

/** Lets the oldest row wait: a minute, then twice as long each time, an hour at most. Its id, or null when there is none. */
export async function postponeOldest(tx: Tx, workspaceId: string, now: Instant): Promise<string | null> {
  const [row] = await tx.query<{ audit_id: string }>(
    `update outbox set tries = tries + 1, next_at = $2::timestamptz + least(60, power(2, least(tries, 6))) * interval '1 minute'
      where workspace_id = $1 and audit_id = (
        select audit_id from outbox where workspace_id = $1 and (next_at is null or next_at <= $2) order by audit_id limit 1)
      returning audit_id`,
    [workspaceId, new Date(now)],
  );
  return row?.audit_id ?? null;
}
