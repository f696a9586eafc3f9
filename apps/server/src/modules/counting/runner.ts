import { sql } from 'kysely';
import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import { cachedTerms } from '../program/index.ts';
import { countBatch } from './count-batch.ts';
import type { CountingCache } from './counting-cache.ts';
import { waitForCountingLock } from './counting-lock.ts';
import { loadCountHead } from './counting.store.ts';
import { nextFacts } from './fact-rows.ts';

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
}

const pollMs = 250;

/** Catches up with facts that were recorded without being counted: imports, and whatever came while they were counted. */
export function openRunner({ db, batchSize = 4000, onError }: RunnerOptions): CountingRunner {
  const running = new Map<string, Promise<unknown>>();
  const listeners = new Map<string, Set<() => void>>();
  let closing = false;

  function counted(workspaceId: string): void {
    for (const wake of listeners.get(workspaceId) ?? []) wake();
  }

  async function catchUp(workspaceId: string, onProgress?: (counted: number) => void): Promise<number> {
    let cache: CountingCache | undefined;
    let total = 0;
    while (!closing) {
      const step = await countNext(db, workspaceId, batchSize, cache);
      cache = step.cache;
      total += step.counted;
      if (step.counted === 0) break;
      counted(workspaceId);
      onProgress?.(total);
    }
    return total;
  }

  function kick(workspaceId: string): void {
    if (closing || running.has(workspaceId)) return;
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
      closing = true;
      await Promise.all(running.values());
    },
  };
}

async function countNext(db: Database, workspaceId: string, limit: number, cache: CountingCache | undefined) {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await waitForCountingLock(tx, workspaceId);
    const head = await loadCountHead(tx, workspaceId);
    const facts = await nextFacts(tx, workspaceId, head.countedSeq, limit);
    if (facts.length === 0) return { counted: 0, cache };
    const { rows } = await sql<{ terms_version: bigint }>`
      select terms_version from fact_head where workspace_id = ${workspaceId}`.execute(tx.kysely);
    const terms = await cachedTerms(tx, workspaceId, rows[0]?.terms_version ?? 0n);
    const result = await countBatch(tx, workspaceId, head, facts, terms, cache);
    return { counted: facts.length, cache: result.cache };
  });
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
