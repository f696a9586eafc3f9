import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** One try, as it is kept. */
export interface Try {
  readonly at: Instant;
  readonly status: number | null;
  readonly fault: 'refused' | 'timeout' | 'failed' | null;
  readonly durationMs: number;
  readonly response: string | null;
}

export interface ClaimedDelivery {
  readonly sequence: bigint;
  readonly eventId: string;
  readonly attempts: number;
  readonly body: string;
}

/**
 * Takes deliveries that are due, oldest first, for `leaseMs`: if the process dies they are free again then. An attempt counts
 * from here on.
 */
export async function claimDeliveries(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const rows = await tx.query<{ sequence: bigint; event_id: string; attempts: number; body: string }>(
    `with due as (
       select sequence from webhook_delivery
        where workspace_id = $1 and webhook_id = $2 and state = 'waiting' and next_at <= $3
          and (claimed_until is null or claimed_until < $3)
        order by next_at, sequence limit $5 for update skip locked
     )
     update webhook_delivery d set claimed_until = $4, attempts = d.attempts + 1
       from due, webhook_event e
      where d.workspace_id = $1 and d.webhook_id = $2 and d.sequence = due.sequence
        and e.workspace_id = $1 and e.sequence = due.sequence
     returning d.sequence, d.event_id, d.attempts, e.body`,
    [workspaceId, webhookId, new Date(now), new Date(now + leaseMs), limit],
  );
  return rows
    .map((row) => ({ sequence: row.sequence, eventId: row.event_id, attempts: row.attempts, body: row.body }))
    .toSorted((a, b) => (a.sequence < b.sequence ? -1 : 1));
}

export type Settled =
  | { readonly state: 'delivered' | 'failed'; readonly at: Instant }
  | { readonly state: 'waiting'; readonly nextAt: Instant };

/** Writes down a try and what follows. What another process has delivered meanwhile stays delivered. */
export async function settleDelivery(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  sequence: bigint,
  tried: Try,
  settled: Settled,
): Promise<void> {
  const nextAt = settled.state === 'waiting' ? new Date(settled.nextAt) : null;
  const endedAt = settled.state === 'waiting' ? null : new Date(settled.at);
  await tx.query(
    `update webhook_delivery
        set tries = (case when jsonb_array_length(tries) >= 20 then tries - 0 else tries end) || $4::jsonb,
            state = case when state = 'waiting' then $5 else state end,
            next_at = case when state = 'waiting' then coalesce($6, next_at) else next_at end,
            ended_at = case when state = 'waiting' then $7 else ended_at end,
            claimed_until = null
      where workspace_id = $1 and webhook_id = $2 and sequence = $3`,
    [workspaceId, webhookId, sequence, JSON.stringify([tried]), settled.state, nextAt, endedAt],
  );
}

/** When the next waiting delivery is due, or free again; null when none waits. */
export async function nextDue(tx: Tx, workspaceId: string, webhookId: string): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select min(greatest(next_at, coalesce(claimed_until, next_at))) as at from webhook_delivery
      where workspace_id = $1 and webhook_id = $2 and state = 'waiting'`,
    [workspaceId, webhookId],
  );
  return row?.at ?? null;
}

/** Active webhooks that something is due for. */
export async function webhooksWithDue(tx: Tx, workspaceId: string, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.id from webhook w
      where w.workspace_id = $1 and w.state = 'active' and w.ended_at is null and exists (
        select from webhook_delivery d
         where d.workspace_id = $1 and d.webhook_id = w.id and d.state = 'waiting' and d.next_at <= $2)`,
    [workspaceId, new Date(now)],
  );
  return rows.map(({ id }) => id);
}

/** A webhook that ends or wakes: what waits is dropped, or due at once. */
export async function dropWaiting(tx: Tx, workspaceId: string, webhookId: string): Promise<void> {
  await tx.query(`delete from webhook_delivery where workspace_id = $1 and webhook_id = $2 and state = 'waiting'`, [
    workspaceId,
    webhookId,
  ]);
}

export async function hastenWaiting(tx: Tx, workspaceId: string, webhookId: string, now: Instant): Promise<void> {
  await tx.query(
    `update webhook_delivery set next_at = $3, attempts = 0 where workspace_id = $1 and webhook_id = $2 and state = 'waiting'`,
    [workspaceId, webhookId, new Date(now)],
  );
}
