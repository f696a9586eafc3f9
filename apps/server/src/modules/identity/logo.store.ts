import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface LogoRecord {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Of its bytes. */
  readonly hash: string;
}

export async function saveLogo(tx: Tx, workspaceId: string, logo: LogoRecord, bytes: Buffer, at: Instant): Promise<void> {
  await tx.query(
    `insert into workspace_logo (workspace_id, type, bytes, hash, width, height, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace_id) do update set type = excluded.type, bytes = excluded.bytes, hash = excluded.hash,
       width = excluded.width, height = excluded.height, changed_at = excluded.changed_at`,
    [workspaceId, logo.type, bytes, logo.hash, logo.width, logo.height, new Date(at)],
  );
}

/** Removes it; false when there was none. */
export async function deleteLogo(tx: Tx, workspaceId: string): Promise<boolean> {
  return (await tx.query(`delete from workspace_logo where workspace_id = $1 returning hash`, [workspaceId])).length === 1;
}

export async function findLogo(tx: Tx, workspaceId: string): Promise<(LogoRecord & { readonly bytes: Buffer }) | null> {
  const [row] = await tx.query<LogoRecord & { bytes: Buffer }>(
    `select type, width, height, hash, bytes from workspace_logo where workspace_id = $1`,
    [workspaceId],
  );
  return row ?? null;
}
