import type { Instant } from '@cordee/core/time';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { lockCursor, moveCursor, settledSeq, sumClicks } from '../tracking.store.ts';

export interface RollUpOptions {
  /** Most clicks in one transaction. */
  readonly chunk?: bigint;
}

/**
 * Adds every settled click to the daily sums exactly once: the cursor moves in the transaction that sums. May run in several
 * processes at once. Returns how many clicks were added; none when a writer is busy, the next run takes them.
 */
export async function rollUpClicks(db: Database, now: Instant, options: RollUpOptions = {}): Promise<number> {
  const chunk = options.chunk ?? 1_000_000n;
  const through = await settledSeq(db);
  if (through === null) return 0;
  let total = 0;
  for (;;) {
    const summed = await transaction(db, (tx) => sumChunk(tx, through, chunk, now));
    if (summed === null) return total;
    total += summed;
  }
}

async function sumChunk(tx: Tx, through: bigint, chunk: bigint, now: Instant): Promise<number | null> {
  await withWorkspace(tx, '*');
  const after = await lockCursor(tx);
  if (after >= through) return null;
  const end = after + chunk < through ? after + chunk : through;
  const summed = await sumClicks(tx, after, end);
  await moveCursor(tx, end, end === through ? now : null);
  return summed;
}
