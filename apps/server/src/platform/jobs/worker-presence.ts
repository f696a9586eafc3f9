import type { Pool, PoolClient } from 'pg';
import type { Log } from '../telemetry/log.ts';

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
  sweep(running: readonly string[], graceMs: number): Promise<void>;
  /** Gives up every claim. */
  close(): void;
}

const LOCK = `select pg_advisory_lock(hashtextextended('cordee worker ' || $1::text, 0))`;

const FREE_DEAD = `
with holder as (
  select locked_by from graphile_worker._private_jobs where locked_by is not null
  union
  select locked_by from graphile_worker._private_job_queues where locked_by is not null
), dead as materialized (
  select locked_by from holder
  where locked_by <> all ($1::text[]) and pg_try_advisory_xact_lock(hashtextextended('cordee worker ' || locked_by, 0))
)
select array_agg(locked_by) as workers, graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead`;

const FREE_FORGOTTEN = `
with forgotten as (
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
  where locked_by = any ($1::text[]) and id <> all ($2::bigint[]) and locked_at < now() - $3 * interval '1 millisecond'
  returning id, job_queue_id
), queues as (
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null
  where id in (select job_queue_id from forgotten) and locked_by = any ($1::text[])
)
select array_agg(id::text) as jobs from forgotten`;

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
      await client.query(LOCK, [workerId]);
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
      const dead = await pool.query<{ workers: string[] | null }>(FREE_DEAD, [[...own]]);
      const workers = dead.rows[0]?.workers ?? null;
      if (workers !== null) log.warn({ workers }, 'jobs of dead workers are run again');
      const forgotten = await pool.query<{ jobs: string[] | null }>(FREE_FORGOTTEN, [[...own], running, graceMs]);
      const jobs = forgotten.rows[0]?.jobs ?? null;
      if (jobs !== null) log.warn({ jobs }, 'jobs handed out in a lost answer are run again');
    },
    close() {
      own.clear();
      if (session !== undefined) drop(session);
    },
  };
}
