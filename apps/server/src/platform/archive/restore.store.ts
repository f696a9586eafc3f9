import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier } from 'pg';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { JOB_COLUMNS } from './tables.store.ts';

const LOCK_NOT_AVAILABLE = '55P03';

export async function beginRestore(client: Client): Promise<void> {
  await client.query('begin');
}

/** Commits, and lets the planner know of the rows. */
export async function endRestore(client: Client): Promise<void> {
  await client.query('commit');
  await client.query('analyze');
}

/** Whether a server, or another command, is connected. */
export async function isInUse(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ running: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database() and application_name = 'cordee') as running`,
  );
  return rows[0]?.running === true;
}

/** Keeps everybody else away until the transaction ends; false when somebody is in the way for five seconds. */
export async function lockTables(client: Client, names: readonly string[]): Promise<boolean> {
  try {
    await client.query(`set local lock_timeout to '5s'; lock table ${names.map(nameOf).join(', ')} in access exclusive mode`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

export async function hasRows(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query(`select from ${nameOf(table)} limit 1`);
  return rows.length > 0;
}

export async function emptyTable(client: Client, table: string): Promise<void> {
  await client.query(`delete from ${nameOf(table)}`);
}

export async function ensureClickMonth(client: Client, day: string): Promise<void> {
  await client.query('select public.cordee_ensure_click_month($1::date)', [day]);
}

export async function setSequence(client: Client, name: string, value: string): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint)', [nameOf(name), value]);
}

/** Writes rows in COPY's text format; how many. */
export async function copyIn(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<Buffer>,
): Promise<number> {
  return copyInto(client, `${nameOf(table)} (${columns.map(escapeIdentifier).join(', ')})`, rows);
}

/** Puts waiting jobs back through the queue's own function; how many. */
export async function restoreJobs(client: Client, rows: AsyncIterable<Buffer>): Promise<number> {
  await client.query(`create temp table archived_job (identifier text, payload json, queue_name text, run_at timestamptz,
    max_attempts integer, job_key text, priority integer) on commit drop`);
  const written = await copyInto(client, `archived_job (${JOB_COLUMNS.join(', ')})`, rows);
  await client.query(`select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, priority)
    from archived_job`);
  return written;
}

/** A snapshot holds each workspace's last fact exactly where its head says: the first workspace where it does not, or null. */
export async function brokenHead(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ workspace_id: string }>(
    `select h.workspace_id from public.fact_head h
      left join lateral (select f.seq, f.hash from public.fact f where f.workspace_id = h.workspace_id order by f.seq desc limit 1) last
        on true
      where h.seq <> coalesce(last.seq, 0) or (last.seq is not null and last.hash <> h.hash)`,
  );
  return rows[0]?.workspace_id ?? null;
}

async function copyInto(client: Client, target: string, rows: AsyncIterable<Buffer>): Promise<number> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), stream);
  return stream.rowCount;
}

function nameOf(table: string): string {
  return `public.${escapeIdentifier(table)}`;
}
