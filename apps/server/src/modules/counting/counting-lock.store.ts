import type { Tx } from '../../platform/db/index.ts';

/**
 * Only one transaction counts a workspace at a time. An advisory lock, not a row, so that one who cannot have it does not wait:
 * its facts are recorded, and whoever counts will reach them.
 */
export async function tryCountingLock(tx: Tx, workspaceId: string): Promise<boolean> {
  const rows = await tx.query<{ held: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('cordee counting ' || $1::text, 0)) as held`,
    [workspaceId],
  );
  return rows[0]?.held === true;
}

/** Takes the lock, or fails the transaction. */
export async function takeCountingLock(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(`select 1 / pg_try_advisory_xact_lock(hashtextextended('cordee counting ' || $1::text, 0))::int`, [workspaceId]);
}

/** Waits for the lock: for the run that catches up, which has nothing else to do. */
export async function waitForCountingLock(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('cordee counting ' || $1::text, 0))`, [workspaceId]);
}
