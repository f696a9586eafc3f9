import type { Database, TransactionOptions } from './database.ts';
import type { Tx } from './tx.ts';

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. The `Tx` cannot be used afterwards.
 * Rejects with `DatabaseUnavailable` when the connection is lost; its `outcome` is `unknown` if that happened during the commit.
 */
export function transaction<T>(db: Database, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return db.runTransaction(work, options);
}

/** Lets row-level security see the rows of this workspace, and no others, until the transaction ends. */
export async function withWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(`select set_config('cordee.workspace_id', $1, true)`, [workspaceId]);
}
