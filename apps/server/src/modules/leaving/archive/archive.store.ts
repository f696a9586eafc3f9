import type { Language } from '@cordee/contract/language';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Queryable, Tx } from '../../../platform/db/index.ts';

export interface ArchiveRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly side: Side;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  readonly partsDone: number;
  readonly parts: number;
  readonly bytes: bigint | null;
  readonly sha256: string | null;
  readonly actor: Actor;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly expiresAt: Instant | null;
}

const columns = `id, partner_id as "partnerId", side, state, parts_done as "partsDone", parts, bytes, sha256, actor, language,
  created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export async function insertArchive(
  tx: Tx,
  workspaceId: string,
  { id, partnerId, side, actor, language, createdAt }: ArchiveRecord,
): Promise<void> {
  await tx.query(
    `insert into partner_archive (workspace_id, id, partner_id, side, state, actor, language, created_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6, $7)`,
    [workspaceId, id, partnerId, side, JSON.stringify(actor), language, new Date(createdAt)],
  );
}

/** The one of a side that waits or runs, held against another start until the transaction ends. */
export async function findUnfinished(tx: Tx, workspaceId: string, partnerId: string, side: Side): Promise<ArchiveRecord | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `partner archive ${workspaceId} ${partnerId} ${side}`,
  ]);
  const [row] = await tx.query<ArchiveRecord>(
    `select ${columns} from partner_archive where workspace_id = $1 and partner_id = $2 and side = $3 and state in ('waiting', 'running')
      order by id desc limit 1`,
    [workspaceId, partnerId, side],
  );
  return row ?? null;
}

/** Archives of one side, newest first. */
export function selectArchives(
  tx: Tx,
  workspaceId: string,
  filter: { readonly partnerId: string; readonly side: Side; readonly before: string | null; readonly limit: number },
): Promise<ArchiveRecord[]> {
  return tx.query<ArchiveRecord>(
    `select ${columns} from partner_archive
      where workspace_id = $1 and partner_id = $2 and side = $3 and ($4::uuid is null or id < $4) order by id desc limit $5`,
    [workspaceId, filter.partnerId, filter.side, filter.before, filter.limit],
  );
}

export async function findArchive(tx: Tx, workspaceId: string, id: string): Promise<ArchiveRecord | null> {
  const [row] = await tx.query<ArchiveRecord>(`select ${columns} from partner_archive where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row ?? null;
}

export async function saveProgress(tx: Tx, workspaceId: string, id: string, done: number, parts: number): Promise<void> {
  await tx.query(
    `update partner_archive set state = 'running', parts_done = $3, parts = $4
      where workspace_id = $1 and id = $2 and finished_at is null`,
    [workspaceId, id, done, parts],
  );
}

/** Marks an archive as finished: with its size, hash and end, or failed. */
export async function finishArchive(
  tx: Tx,
  workspaceId: string,
  id: string,
  written: { readonly bytes: number; readonly sha256: string; readonly expiresAt: Instant } | null,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update partner_archive set state = $3, bytes = $4, sha256 = $5, expires_at = $6, finished_at = $7
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      written === null ? 'failed' : 'done',
      written?.bytes ?? null,
      written?.sha256 ?? null,
      written === null ? null : new Date(written.expiresAt),
      new Date(at),
    ],
  );
}

/** Marks those whose time is over, of all workspaces (the scope is `*`); their ids. */
export async function expireArchives(tx: Queryable, at: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    // oxlint-disable-next-line cordee/sql-names-workspace -- a job looks after every workspace at once
    `update partner_archive set state = 'expired' where state = 'done' and expires_at <= $1 returning id`,
    [new Date(at)],
  );
  return rows.map(({ id }) => id);
}
