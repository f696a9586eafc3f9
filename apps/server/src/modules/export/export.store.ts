import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface ExportRecord {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  readonly rows: bigint;
  readonly bytes: bigint | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly expiresAt: Instant | null;
}

const columns = `id, state, rows, bytes, created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export async function insertExport(tx: Tx, workspaceId: string, id: string, actor: Actor, at: Instant): Promise<void> {
  await tx.query(`insert into export (workspace_id, id, state, actor, created_at) values ($1, $2, 'waiting', $3, $4)`, [
    workspaceId,
    id,
    JSON.stringify(actor),
    new Date(at),
  ]);
}

/** The one that waits or runs, held against another start until the transaction ends; null when there is none. */
export async function findUnfinished(tx: Tx, workspaceId: string): Promise<ExportRecord | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`export ${workspaceId}`]);
  const [row] = await tx.query<ExportRecord>(
    `select ${columns} from export where workspace_id = $1 and state in ('waiting', 'running') order by id desc limit 1`,
    [workspaceId],
  );
  return row ?? null;
}

/** Archives, newest first: before one, or that one alone. */
export function selectExports(
  tx: Tx,
  workspaceId: string,
  filter: { readonly id?: string; readonly before?: string | null; readonly limit: number },
): Promise<ExportRecord[]> {
  return tx.query<ExportRecord>(
    `select ${columns} from export
      where workspace_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [workspaceId, filter.id ?? null, filter.before ?? null, filter.limit],
  );
}

export async function saveProgress(tx: Tx, workspaceId: string, id: string, rows: number): Promise<void> {
  await tx.query(`update export set state = 'running', rows = $3 where workspace_id = $1 and id = $2 and finished_at is null`, [
    workspaceId,
    id,
    rows,
  ]);
}

/** Marks an archive as finished: with its size and its end, or failed. */
export async function finishExport(
  tx: Tx,
  workspaceId: string,
  id: string,
  written: { readonly rows: number; readonly bytes: number; readonly expiresAt: Instant } | null,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update export set state = $3, rows = coalesce($4, rows), bytes = $5, expires_at = $6, finished_at = $7
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      written === null ? 'failed' : 'done',
      written?.rows ?? null,
      written?.bytes ?? null,
      written === null ? null : new Date(written.expiresAt),
      new Date(at),
    ],
  );
}

/** Marks those whose time is over, of all workspaces (the scope is `*`); their ids. */
export async function expireExports(tx: Queryable, at: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    // oxlint-disable-next-line cordee/sql-names-workspace -- a job looks after every workspace at once
    `update export set state = 'expired' where state = 'done' and expires_at <= $1 returning id`,
    [new Date(at)],
  );
  return rows.map(({ id }) => id);
}

/** How the workspace is called in an archive of it. */
export async function slugOf(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ slug: string }>('select slug from workspace where id = $1', [workspaceId]);
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  return row.slug;
}
