import type { DeliveryState, ListDeliveries, ReplayRange } from '@cordee/contract/webhook';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import type { Try } from './delivery.store.ts';

export interface DeliveryRecord {
  readonly webhookId: string;
  readonly sequence: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly nextAt: Instant;
  readonly endedAt: Instant | null;
  /** Oldest first. */
  readonly tries: readonly Try[];
}

interface DeliveryRow {
  webhook_id: string;
  sequence: bigint;
  event_id: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  created_at: Instant;
  next_at: Instant;
  ended_at: Instant | null;
  tries: Try[];
}

const columns = 'webhook_id, sequence, event_id, type, state, attempts, created_at, next_at, ended_at, tries';

export async function findDelivery(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  eventId: string,
): Promise<DeliveryRecord | null> {
  const [row] = await tx.query<DeliveryRow>(
    `select ${columns} from webhook_delivery where workspace_id = $1 and webhook_id = $2 and event_id = $3`,
    [workspaceId, webhookId, eventId],
  );
  return row === undefined ? null : fromRow(row);
}

/** Newest first, below a sequence. */
export async function selectDeliveries(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  { state, type, from, to, limit }: Omit<ListDeliveries, 'cursor'>,
  below: bigint | null,
): Promise<DeliveryRecord[]> {
  const rows = await tx.query<DeliveryRow>(
    `select ${columns} from webhook_delivery
      where workspace_id = $1 and webhook_id = $2 and ($3::bigint is null or sequence < $3)
        and ($4::text is null or state = $4) and ($5::text is null or type = $5)
        and ($6::timestamptz is null or created_at >= $6) and ($7::timestamptz is null or created_at < $7)
      order by sequence desc limit $8`,
    [workspaceId, webhookId, below, state ?? null, type ?? null, dateOrNull(from), dateOrNull(to), limit],
  );
  return rows.map(fromRow);
}

export async function eventBody(tx: Tx, workspaceId: string, sequence: bigint): Promise<string | null> {
  const [row] = await tx.query<{ body: string }>(`select body from webhook_event where workspace_id = $1 and sequence = $2`, [
    workspaceId,
    sequence,
  ]);
  return row?.body ?? null;
}

const again = `state = 'waiting', next_at = $3, attempts = 0, ended_at = null, claimed_until = null`;

/** False when there is no such delivery. */
export async function replayOne(tx: Tx, workspaceId: string, webhookId: string, eventId: string, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update webhook_delivery set ${again} where workspace_id = $1 and webhook_id = $2 and event_id = $4 returning sequence`,
    [workspaceId, webhookId, new Date(now), eventId],
  );
  return rows.length === 1;
}

/** How many will be sent again. */
export async function replayBetween(
  tx: Tx,
  workspaceId: string,
  webhookId: string,
  { from, to, state }: ReplayRange,
  now: Instant,
): Promise<number> {
  const [row] = await tx.query<{ replayed: number }>(
    `with chosen as (
       update webhook_delivery set ${again}
        where workspace_id = $1 and webhook_id = $2 and created_at >= $4 and created_at < $5 and ($6 = 'all' or state = 'failed')
       returning 1
     ) select count(*)::int as replayed from chosen`,
    [workspaceId, webhookId, new Date(now), new Date(from), new Date(to), state],
  );
  return row?.replayed ?? 0;
}

function dateOrNull(at: Instant | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}

function fromRow(row: DeliveryRow): DeliveryRecord {
  return {
    webhookId: row.webhook_id,
    sequence: row.sequence,
    eventId: row.event_id,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAt: row.next_at,
    endedAt: row.ended_at,
    tries: row.tries,
  };
}
