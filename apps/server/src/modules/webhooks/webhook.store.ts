import type { webhookStates } from '@cordee/contract/webhook';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type WebhookState = (typeof webhookStates)[number];

/** More than a workspace may have. */
export const ALL_WEBHOOKS = 1000;

export interface WebhookRecord {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[];
  /** Sealed. */
  readonly secret: Buffer;
  readonly formerSecret: Buffer | null;
  readonly formerUntil: Instant | null;
  readonly state: WebhookState;
  readonly disabledFor: 'failures' | 'gone' | null;
  readonly failingSince: Instant | null;
  readonly lastDeliveredAt: Instant | null;
  readonly fromSeq: bigint;
  readonly createdAt: Instant;
}

interface WebhookRow {
  id: string;
  url: string;
  description: string;
  types: string[];
  secret: Buffer;
  former_secret: Buffer | null;
  former_until: Instant | null;
  state: WebhookState;
  disabled_for: 'failures' | 'gone' | null;
  failing_since: Instant | null;
  last_delivered_at: Instant | null;
  from_seq: bigint;
  created_at: Instant;
}

const columns = `id, url, description, types, secret, former_secret, former_until, state, disabled_for, failing_since,
  last_delivered_at, from_seq, created_at`;

export async function insertWebhook(tx: Tx, workspaceId: string, webhook: WebhookRecord): Promise<void> {
  await tx.query(
    `insert into webhook (workspace_id, id, url, description, types, secret, state, from_seq, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      workspaceId,
      webhook.id,
      webhook.url,
      webhook.description,
      webhook.types,
      webhook.secret,
      webhook.state,
      webhook.fromSeq,
      new Date(webhook.createdAt),
    ],
  );
}

export async function setFromSeq(tx: Tx, workspaceId: string, id: string, fromSeq: bigint): Promise<void> {
  await tx.query(`update webhook set from_seq = $3 where workspace_id = $1 and id = $2`, [workspaceId, id, fromSeq]);
}

/** A webhook that has not ended, or null. */
export async function findWebhook(tx: Tx, workspaceId: string, id: string, lock?: 'for update'): Promise<WebhookRecord | null> {
  const [row] = await tx.query<WebhookRow>(
    `select ${columns} from webhook where workspace_id = $1 and id = $2 and ended_at is null ${lock ?? ''}`,
    [workspaceId, id],
  );
  return row === undefined ? null : fromRow(row);
}

/** Those that have not ended, newest first (ids are made of their time), after an id. */
export async function selectWebhooks(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<WebhookRecord[]> {
  const rows = await tx.query<WebhookRow>(
    `select ${columns} from webhook
      where workspace_id = $1 and ended_at is null and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, after, limit],
  );
  return rows.map(fromRow);
}

export async function updateWebhook(tx: Tx, workspaceId: string, webhook: WebhookRecord): Promise<void> {
  await tx.query(
    `update webhook set url = $3, description = $4, types = $5, secret = $6, former_secret = $7, former_until = $8, state = $9,
            disabled_for = $10, failing_since = $11
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      webhook.id,
      webhook.url,
      webhook.description,
      webhook.types,
      webhook.secret,
      webhook.formerSecret,
      dateOrNull(webhook.formerUntil),
      webhook.state,
      webhook.disabledFor,
      dateOrNull(webhook.failingSince),
    ],
  );
}

/** Ends a webhook; its secrets go with it. */
export async function endWebhookAt(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(
    `update webhook set ended_at = $3, secret = '', former_secret = null, former_until = null where workspace_id = $1 and id = $2`,
    [workspaceId, id, new Date(at)],
  );
}

/** Something was accepted. At most once a minute, so that a busy webhook does not rewrite its row for every event. */
export async function noteSuccess(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(
    `update webhook set last_delivered_at = $3, failing_since = null
      where workspace_id = $1 and id = $2
        and (failing_since is not null or last_delivered_at is null or last_delivered_at < $4)`,
    [workspaceId, id, new Date(at), new Date(at - 60_000)],
  );
}

/** Something was not accepted; since when nothing was. */
export async function noteFailure(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<Instant> {
  const [row] = await tx.query<{ failing_since: Instant }>(
    `update webhook set failing_since = coalesce(failing_since, $3) where workspace_id = $1 and id = $2 returning failing_since`,
    [workspaceId, id, new Date(at)],
  );
  return row?.failing_since ?? at;
}

/** Disables an active webhook; false when it no longer was. */
export async function disableWebhook(tx: Tx, workspaceId: string, id: string, reason: 'failures' | 'gone'): Promise<boolean> {
  const rows = await tx.query(
    `update webhook set state = 'disabled', disabled_for = $3
      where workspace_id = $1 and id = $2 and state = 'active' and ended_at is null returning id`,
    [workspaceId, id, reason],
  );
  return rows.length === 1;
}

function dateOrNull(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}

function fromRow(row: WebhookRow): WebhookRecord {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    types: row.types,
    secret: row.secret,
    formerSecret: row.former_secret,
    formerUntil: row.former_until,
    state: row.state,
    disabledFor: row.disabled_for,
    failingSince: row.failing_since,
    lastDeliveredAt: row.last_delivered_at,
    fromSeq: row.from_seq,
    createdAt: row.created_at,
  };
}
