import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import { countPass } from './catch-up.ts';
import type { CountingCache } from './counting-cache.ts';
import { loadCountHead } from './counting.store.ts';

export interface CountingRunner {
  /** Counts what is waiting in this workspace, now, in the background. */
  kick(workspaceId: string): void;
  /** Tells those who wait that something was counted here. */
  counted(workspaceId: string): void;
  /** Resolves when the fact has been counted by anybody, or after `patienceMs`. */
  waitFor(workspaceId: string, seq: bigint, patienceMs: number): Promise<void>;
  /** Counts all that waits; resolves with how many facts that was. */
  catchUp(workspaceId: string, onProgress?: (counted: number) => void): Promise<number>;
  /** Stops after the batch under way. */
  close(): Promise<void>;
}

export interface RunnerOptions {
  readonly db: Database;
  readonly batchSize?: number;
  readonly onError: (error: unknown, workspaceId: string) => void;
  /** Told after each batch counted here. */
  readonly onCounted?: (workspaceId: string) => void;
}

const pollMs = 250;

/** Catches up with facts that were recorded without being counted: imports, and whatever came while they were counted. */
export function openRunner({ db, batchSize = 2000, onError, onCounted }: RunnerOptions): CountingRunner {
  const running = new Map<string, Promise<unknown>>();
  const listeners = new Map<string, Set<() => void>>();
  const door = { closing: false };

  function counted(workspaceId: string): void {
    for (const wake of listeners.get(workspaceId) ?? []) wake();
    onCounted?.(workspaceId);
  }

  async function catchUp(workspaceId: string, onProgress?: (counted: number) => void): Promise<number> {
    let cache: CountingCache | undefined;
    let total = 0;
    while (!door.closing) {
      const pass = await countPass(db, workspaceId, batchSize, cache, (facts) => {
        total += facts;
        counted(workspaceId);
        onProgress?.(total);
      });
      cache = pass.cache;
      if (pass.counted === 0) break;
    }
    return total;
  }

  function kick(workspaceId: string): void {
    if (door.closing || running.has(workspaceId)) return;
    const run = catchUp(workspaceId)
      .catch((error: unknown) => onError(error, workspaceId))
      .finally(() => running.delete(workspaceId));
    running.set(workspaceId, run);
  }

  async function waitFor(workspaceId: string, seq: bigint, patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline && (await countedSeq(db, workspaceId)) < seq) {
      kick(workspaceId);
      await woken(listeners, workspaceId, Math.min(pollMs, deadline - Date.now()));
    }
  }

  return {
    kick,
    counted,
    waitFor,
    catchUp,
    async close() {
      door.closing = true;
      await Promise.all(running.values());
    },
  };
}

async function countedSeq(db: Database, workspaceId: string): Promise<bigint> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return (await loadCountHead(tx, workspaceId)).countedSeq;
  });
}

/** Whichever comes first: the next counted batch of the workspace, or the time. */
async function woken(listeners: Map<string, Set<() => void>>, workspaceId: string, ms: number): Promise<void> {
  const set = listeners.get(workspaceId) ?? new Set();
  listeners.set(workspaceId, set);
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      set.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.max(1, ms));
    set.add(wake);
  });
}
