import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface Head {
  readonly sequence: bigint;
  readonly countedSeq: bigint;
}

/** Locks the telling of a workspace; null before its first webhook. `skip` gives null too while somebody else tells. */
export async function lockHead(tx: Tx, workspaceId: string, skip?: 'skip locked'): Promise<Head | null> {
  const [row] = await tx.query<{ sequence: bigint; counted_seq: bigint }>(
    `select sequence, counted_seq from webhook_head where workspace_id = $1 for update ${skip ?? ''}`,
    [workspaceId],
  );
  return row === undefined ? null : { sequence: row.sequence, countedSeq: row.counted_seq };
}

/** The head of a workspace's first webhook; the one there is stays as it is. */
export async function ensureHead(tx: Tx, workspaceId: string, countedSeq: bigint): Promise<void> {
  await tx.query(
    `insert into webhook_head (workspace_id, sequence, counted_seq) values ($1, 0, $2) on conflict (workspace_id) do nothing`,
    [workspaceId, countedSeq],
  );
}

export async function moveHead(tx: Tx, workspaceId: string, head: Head): Promise<void> {
  await tx.query(`update webhook_head set sequence = $2, counted_seq = $3 where workspace_id = $1`, [
    workspaceId,
    head.sequence,
    head.countedSeq,
  ]);
}

export interface EventRow {
  readonly sequence: bigint;
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly body: string;
}

export async function insertEvents(tx: Tx, workspaceId: string, events: readonly EventRow[], now: Instant): Promise<void> {
  await tx.query(
    `insert into webhook_event (workspace_id, sequence, id, type, at, body, created_at)
     select $1, e.sequence, e.id, e.type, e.at, e.body, $2
       from unnest($3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[]) as e (sequence, id, type, at, body)`,
    [
      workspaceId,
      new Date(now),
      events.map(({ sequence }) => sequence),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ at }) => formatInstant(at)),
      events.map(({ body }) => body),
    ],
  );
}

export interface DeliveryKey {
  readonly webhookId: string;
  readonly event: EventRow;
}

export async function insertDeliveries(
  tx: Tx,
  workspaceId: string,
  deliveries: readonly DeliveryKey[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into webhook_delivery (workspace_id, webhook_id, sequence, event_id, type, state, created_at, next_at)
     select $1, d.webhook_id, d.sequence, d.event_id, d.type, 'waiting', $2, $2
       from unnest($3::uuid[], $4::bigint[], $5::uuid[], $6::text[]) as d (webhook_id, sequence, event_id, type)`,
    [
      workspaceId,
      new Date(now),
      deliveries.map(({ webhookId }) => webhookId),
      deliveries.map(({ event }) => event.sequence),
      deliveries.map(({ event }) => event.id),
      deliveries.map(({ event }) => event.type),
    ],
  );
}

/** Removes events made before the instant, with their deliveries; how many events. At most `limit`. */
export async function forgetEvents(tx: Tx, workspaceId: string, before: Instant, limit: number): Promise<number> {
  const [row] = await tx.query<{ gone: number }>(
    `with old as (
       select sequence from webhook_event where workspace_id = $1 and created_at < $2 order by created_at limit $3
     ), deliveries as (
       delete from webhook_delivery d using old where d.workspace_id = $1 and d.sequence = old.sequence
     ), events as (
       delete from webhook_event e using old where e.workspace_id = $1 and e.sequence = old.sequence returning 1
     )
     select count(*)::int as gone from events`,
    [workspaceId, new Date(before), limit],
  );
  return row?.gone ?? 0;
}
