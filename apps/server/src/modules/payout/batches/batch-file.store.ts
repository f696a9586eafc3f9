import type { Tx } from '../../../platform/db/index.ts';
import type { BatchFile } from './batch.store.ts';

/** Keeps one of the files of a batch, sealed, for good. */
export async function insertFile(
  tx: Tx,
  workspaceId: string,
  batchId: string,
  { part, lines, sha256, sealed }: BatchFile & { readonly sealed: Buffer },
): Promise<void> {
  await tx.query(
    `insert into payout_batch_file (workspace_id, batch_id, part, file, sha256, lines) values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, batchId, part, sealed, sha256, lines],
  );
}

/** One of the files of a batch, still sealed; null when there is none. */
export async function loadPart(tx: Tx, workspaceId: string, batchId: string, part: number): Promise<Buffer | null> {
  const [row] = await tx.query<{ file: Buffer }>(
    `select file from payout_batch_file where workspace_id = $1 and batch_id = $2 and part = $3`,
    [workspaceId, batchId, part],
  );
  return row?.file ?? null;
}
