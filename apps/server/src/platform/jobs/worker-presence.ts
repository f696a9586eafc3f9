import type { Pool, PoolClient } from 'pg';
import type { Log } from '../telemetry/log.ts';
import { freeForgottenJobs, freeJobsOfTheDead, lockPresence } from './jobs.store.ts';

/**
 * Tells living workers from dead ones. Each holds a session lock on its id; the server lets go of it when the process dies, and
 * whoever can take that lock gives the dead one's jobs back. (The library alone would leave them for four hours.)
 */
export interface WorkerPresence {
  /** Waits for the lock: before the first job is taken. */
  claim(workerId: string): Promise<void>;
  /**
   * Claims again what a lost connection let go of, then frees the jobs of dead workers, and those a living worker of ours was
   * given in an answer that never arrived: they are locked, for longer than `graceMs`, and not among `running`.
   */
  sweep(running: () => readonly string[], graceMs: number): Promise<void>;
  /** Gives up every claim. */
  close(): void;
}

export function watchWorkers(pool: Pool, log: Log): WorkerPresence {
  const own = new Set<string>();
  let session: PoolClient | undefined;
  const held = new Set<string>();
  let tail: Promise<void> = Promise.resolve();

  function drop(client: PoolClient): void {
    if (session !== client) return;
    session = undefined;
    held.clear();
    client.release(true);
  }

  async function holdAll(): Promise<void> {
    const client = session ?? (await pool.connect());
    if (session === undefined) client.once('error', () => drop(client));
    session = client;
    for (const workerId of own) {
      if (held.has(workerId)) continue;
      await lockPresence(client, workerId);
      held.add(workerId);
    }
  }

  function hold(): Promise<void> {
    const done = tail.then(holdAll);
    tail = done.catch(() => undefined);
    return done;
  }

  return {
    claim(workerId) {
      own.add(workerId);
      return hold();
    },
    async sweep(running, graceMs) {
      await hold();
      const workers = await freeJobsOfTheDead(pool, [...own]);
      if (workers !== null) log.warn({ workers }, 'jobs of dead workers are run again');
      const jobs = await freeForgottenJobs(pool, [...own], running(), graceMs);
      if (jobs !== null) log.warn({ jobs }, 'jobs handed out in a lost answer are run again');
    },
    close() {
      own.clear();
      if (session !== undefined) drop(session);
    },
  };
}
