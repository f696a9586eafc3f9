import type { Clock } from '../clock/index.ts';
import { DatabaseUnavailable, transaction, withWorkspace, type Database, type Tx } from '../db/index.ts';
import { postponeOldest, takeOutbox, tryFollowingLock, type Happened } from './outbox.store.ts';

/** Told, oldest first, what was written; it writes what follows in the same transaction, and calls nobody. */
export type Reaction = (tx: Tx, workspaceId: string, happened: readonly Happened[]) => Promise<void>;

export interface FollowOutbox {
  readonly db: Database;
  readonly now: Clock;
  readonly reactions: readonly Reaction[];
  readonly onError: (error: unknown) => void;
  readonly signal?: AbortSignal;
}

const BATCH = 200;

/** Tells the reactions all that waits in this workspace, each row exactly once; how many rows. Returns at once when another process does it. */
export async function followOutbox(workspaceId: string, options: FollowOutbox): Promise<number> {
  let told = 0;
  let limit = BATCH;
  while (options.signal?.aborted !== true) {
    try {
      const taken = await tell(workspaceId, options, limit);
      if (taken === null || taken === 0) return told;
      told += taken;
      limit = BATCH;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      if (limit > 1) {
        // Which row it was is found by telling them one by one.
        limit = 1;
        continue;
      }
      options.onError(error);
      await postpone(workspaceId, options);
      limit = BATCH;
    }
  }
  return told;
}

function tell(workspaceId: string, { db, now, reactions }: FollowOutbox, limit: number): Promise<number | null> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    if (!(await tryFollowingLock(tx, workspaceId))) return null;
    const happened = await takeOutbox(tx, workspaceId, now(), limit);
    if (happened.length === 0) return 0;
    for (const react of reactions) await react(tx, workspaceId, happened);
    return happened.length;
  });
}

function postpone(workspaceId: string, { db, now }: FollowOutbox): Promise<unknown> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    if (await tryFollowingLock(tx, workspaceId)) await postponeOldest(tx, workspaceId, now());
  });
}
