import { connectionSettings, type ConnectionKind, type ConnectionSettings } from '@cordee/contract/connection';
import type { Instant } from '@cordee/core/time';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface ConnectionRecord {
  readonly id: string;
  readonly kind: ConnectionKind;
  readonly name: string;
  /** Sealed. */
  readonly secret: Buffer;
  readonly settings: ConnectionSettings;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly lastEventAt: Instant | null;
}

interface ConnectionRow {
  id: string;
  kind: ConnectionKind;
  name: string;
  secret: Buffer;
  settings: unknown;
  created_at: Instant;
  ended_at: Instant | null;
  last_event_at: Instant | null;
}

const columns = 'id, kind, name, secret, settings, created_at, ended_at, last_event_at';

/** The workspace a living connection belongs to: the only thing that may be asked without knowing one. */
export async function workspaceOfConnection(db: Queryable, connectionId: string): Promise<string | null> {
  const [row] = await db.query<{ workspace_id: string | null }>(`select cordee_connection_workspace($1) as workspace_id`, [
    connectionId,
  ]);
  return row?.workspace_id ?? null;
}

export async function insertConnection(tx: Tx, workspaceId: string, connection: ConnectionRecord): Promise<void> {
  await tx.query(
    `insert into connection (workspace_id, id, kind, name, secret, settings, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      workspaceId,
      connection.id,
      connection.kind,
      connection.name,
      connection.secret,
      JSON.stringify(connection.settings),
      new Date(connection.createdAt),
    ],
  );
}

export async function findConnection(tx: Tx, workspaceId: string, id: string): Promise<ConnectionRecord | null> {
  const [row] = await tx.query<ConnectionRow>(`select ${columns} from connection where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : fromRow(row);
}

/** Newest first (ids are made of their time), after an id. */
export async function selectConnections(
  tx: Tx,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<ConnectionRecord[]> {
  const rows = await tx.query<ConnectionRow>(
    `select ${columns} from connection where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, after, limit],
  );
  return rows.map(fromRow);
}

export async function endConnectionAt(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(`update connection set ended_at = $3 where workspace_id = $1 and id = $2`, [workspaceId, id, new Date(at)]);
}

/** At most once a minute, so that a busy connection does not rewrite its row for every event. */
export async function noteEvent(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(
    `update connection set last_event_at = $3
      where workspace_id = $1 and id = $2 and (last_event_at is null or last_event_at < $4)`,
    [workspaceId, id, new Date(at), new Date(at - 60_000)],
  );
}

export async function customerKeyOf(tx: Tx, workspaceId: string): Promise<Buffer> {
  const [row] = await tx.query<{ customer_key: Buffer }>(`select customer_key from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  return row.customer_key;
}

function fromRow(row: ConnectionRow): ConnectionRecord {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    secret: row.secret,
    settings: connectionSettings.parse(row.settings),
    createdAt: row.created_at,
    endedAt: row.ended_at,
    lastEventAt: row.last_event_at,
  };
}
