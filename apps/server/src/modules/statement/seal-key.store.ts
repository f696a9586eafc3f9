import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A key to seal with, its private half still sealed. */
export interface KeptKey {
  readonly number: number;
  readonly privateKey: Buffer;
  readonly certificate: Buffer;
}

/** The key in force, or null before the first need. */
export async function newestKey(tx: Tx, workspaceId: string): Promise<KeptKey | null> {
  const rows = await tx.query<{ number: number; private_key: Buffer; certificate: Buffer }>(
    `select number, private_key, certificate from seal_key where workspace_id = $1 order by number desc limit 1`,
    [workspaceId],
  );
  const [row] = rows;
  return row === undefined ? null : { number: row.number, privateKey: row.private_key, certificate: row.certificate };
}

export interface KeptCertificate {
  readonly number: number;
  readonly certificate: Buffer;
  readonly createdAt: Instant;
}

/** The certificates of all keys, the newest first. */
export async function selectCertificates(tx: Tx, workspaceId: string): Promise<KeptCertificate[]> {
  const rows = await tx.query<{ number: number; certificate: Buffer; created_at: Instant }>(
    `select number, certificate, created_at from seal_key where workspace_id = $1 order by number desc`,
    [workspaceId],
  );
  return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));
}

/** Keeps a key; false when there is one of this number already. */
export async function insertKey(tx: Tx, workspaceId: string, key: KeptKey, createdAt: Instant): Promise<boolean> {
  const rows = await tx.query<{ number: number }>(
    `insert into seal_key (workspace_id, number, private_key, certificate, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning number`,
    [workspaceId, key.number, key.privateKey, key.certificate, new Date(createdAt)],
  );
  return rows.length === 1;
}
