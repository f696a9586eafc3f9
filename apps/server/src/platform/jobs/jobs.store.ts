import type { Pool, PoolClient } from 'pg';
import type { Tx } from '../db/index.ts';

export interface NewJob {
  readonly name: string;
  readonly payload: string;
  readonly key: string | null;
  readonly runAt: string | null;
  readonly queue: string | null;
  readonly maxAttempts: number | null;
  /** Smaller goes first. */
  readonly priority: number;
}

/** Through the one door the application's role has into the queue. */
export async function addJob(tx: Tx, { name, payload, key, runAt, queue, maxAttempts, priority }: NewJob): Promise<void> {
  await tx.query('select cordee_add_job($1, $2::json, $3, $4::timestamptz, $5, $6::int, $7::int)', [
    name,
    payload,
    key,
    runAt,
    queue,
    maxAttempts,
    priority,
  ]);
}

/** Held until the session ends. */
export async function lockPresence(session: PoolClient, workerId: string): Promise<void> {
  await session.query(`select pg_advisory_lock(hashtextextended('cordee worker ' || $1::text, 0))`, [workerId]);
}

/** Gives back the jobs of workers whose presence lock nobody holds; their ids, or null. */
export async function freeJobsOfTheDead(pool: Pool, living: readonly string[]): Promise<readonly string[] | null> {
  const { rows } = await pool.query<{ workers: string[] | null }>(
    `with holder as (
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union
       select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ), dead as materialized (
       select locked_by from holder
       where locked_by <> all ($1::text[]) and pg_try_advisory_xact_lock(hashtextextended('cordee worker ' || locked_by, 0))
     )
     select array_agg(locked_by) as workers, graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead`,
    [living],
  );
  return rows[0]?.workers ?? null;
}

/** Gives back jobs these workers hold for longer than `graceMs` without running them; their ids, or null. */
export async function freeForgottenJobs(
  pool: Pool,
  workers: readonly string[],
  running: readonly string[],
  graceMs: number,
): Promise<readonly string[] | null> {
  const { rows } = await pool.query<{ jobs: string[] | null }>(
    `with forgotten as (
       update graphile_worker._private_jobs set locked_at = null, locked_by = null
       where locked_by = any ($1::text[]) and id <> all ($2::bigint[]) and locked_at < now() - $3 * interval '1 millisecond'
       returning id, job_queue_id
     ), queues as (
       update graphile_worker._private_job_queues set locked_at = null, locked_by = null
       where id in (select job_queue_id from forgotten) and locked_by = any ($1::text[])
     )
     select array_agg(id::text) as jobs from forgotten`,
    [workers, running, graceMs],
  );
  return rows[0]?.jobs ?? null;
}

/** What failed for good stays a month as evidence. */
export async function forgetOldFailures(pool: Pool): Promise<void> {
  await pool.query(
    `delete from graphile_worker._private_jobs
      where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days'`,
  );
}
