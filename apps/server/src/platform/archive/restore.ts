import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier } from 'pg';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { knownMigrations, migrate, readApplied } from '../db/index.ts';
import type { AppliedMigration } from '../db/index.ts';
import { installJobs } from '../jobs/index.ts';
import { JOBS } from './format.ts';
import type { Header, Manifest } from './format.ts';
import { placeSecret, secretStep } from './master-secret.ts';
import type { SecretPlace } from './master-secret.ts';
import { readArchive } from './read-archive.ts';
import { archiveBroken, archiveNewer, databaseNotEmpty, databaseTooNew, installationRunning } from './refusals.ts';
import { withOwner } from './session.ts';
import { JOB_COLUMNS, listTables } from './tables.ts';

export interface RestoreOptions {
  /** The login that owns the tables, of an empty database. */
  readonly url: string;
  readonly file: string;
  readonly secret: SecretPlace;
  readonly now: number;
  /** Restore although the master key is lost: what it sealed must be entered again. */
  readonly withoutSecret?: boolean;
  readonly onProgress?: (step: 'check' | 'restore', rows: number, total: number | null) => void;
  readonly log?: (line: string) => void;
}

export interface RestoreResult {
  readonly createdAt: string;
  readonly scope: Header['scope'];
  readonly tables: number;
  readonly rows: number;
  /** Migrations run after the rows were back. */
  readonly migrated: readonly string[];
  /** `lost`: secrets of connections and two-factor cannot be opened any more. */
  readonly secret: 'kept' | 'lost';
}

/**
 * Brings an archive back into an empty database: reads it whole once, checking everything, then writes it in one transaction and
 * migrates to the newest schema. Refuses with PlatformError: those of `readArchive`, archive_newer, archive_other_secret,
 * database_not_empty, database_newer_than_archive, installation_running; nothing is written then.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  let checked = 0;
  const { header, manifest } = await readArchive(options.file, {
    async table(_name, rows) {
      for await (const chunk of rows) {
        checked += chunk.length;
        options.onProgress?.('check', checked, null);
      }
    },
  });
  refuseOtherSchema(options.file, header.migrations);
  const step = secretStep(header, options.secret, options.withoutSecret === true);
  await withOwner(options.url, 'cordee restore', (client) => prepareSchema(client, options, header.migrations));
  await installJobs(options);
  await withOwner(options.url, 'cordee restore', async (client) => {
    await client.query('begin');
    await emptyAndLock(client);
    await fill(client, options, header, manifest, step === 'write');
    await client.query('commit');
    await client.query('analyze');
  });
  const { applied } = await migrate({ url: options.url, ...(options.log === undefined ? {} : { log: options.log }) });
  return {
    createdAt: header.createdAt,
    scope: header.scope,
    tables: manifest.tables.length,
    rows: totalRows(manifest),
    migrated: applied,
    secret: step === 'lost' ? 'lost' : 'kept',
  };
}

function refuseOtherSchema(file: string, archived: readonly AppliedMigration[]): void {
  const known = knownMigrations();
  const differing = archived.find(
    ({ name, checksum }, index) => known[index]?.name !== name || known[index].checksum !== checksum,
  );
  if (differing !== undefined) throw archiveNewer(file, differing.name);
}

/** Brings the database to exactly the archive's schema. */
async function prepareSchema(client: Client, options: RestoreOptions, archived: readonly AppliedMigration[]): Promise<void> {
  const applied = await readApplied(client);
  if (applied === null) {
    const foreign = await listTables(client);
    if (foreign[0] !== undefined) throw databaseNotEmpty(foreign[0].name);
  } else {
    await refuseData(client);
    if (applied.length > archived.length) throw databaseTooNew();
  }
  const through = archived.at(-1)?.name ?? '';
  await migrate({ url: options.url, through, ...(options.log === undefined ? {} : { log: options.log }) });
}

async function refuseData(client: Client): Promise<void> {
  for (const { name, columns } of await listTables(client)) {
    // Other tables hold what a first start leaves: a one-time link, a cursor.
    if (!columns.includes('workspace_id') && name !== 'workspace' && name !== 'auth_user') continue;
    const { rows } = await client.query(`select from public.${escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) throw databaseNotEmpty(name);
  }
}

async function emptyAndLock(client: Client): Promise<void> {
  const names = (await listTables(client)).map(({ name }) => `public.${escapeIdentifier(name)}`);
  const others = await client.query<{ running: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database() and application_name = 'cordee') as running`,
  );
  if (others.rows[0]?.running === true) throw installationRunning();
  try {
    await client.query(`set local lock_timeout to '5s'; lock table ${names.join(', ')} in access exclusive mode`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') throw installationRunning();
    throw error;
  }
  await refuseData(client);
  for (const name of names.toReversed()) await client.query(`delete from ${name}`);
}

async function fill(
  client: Client,
  options: RestoreOptions,
  header: Header,
  checked: Manifest,
  withSecret: boolean,
): Promise<void> {
  for (const day of header.clickMonths) await client.query('select cordee_ensure_click_month($1::date)', [day]);
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  const expected = new Map(checked.tables.map((table) => [table.name, table.rows]));
  const total = totalRows(checked);
  let secret: string | undefined;
  let done = 0;
  const { manifest } = await readArchive(options.file, {
    async secret(text) {
      secret = text;
    },
    async table(name, rows) {
      const written = await copyIn(client, name, columns.get(name) ?? [], rows);
      if (written !== expected.get(name)) throw archiveBroken(options.file, `${written} rows of ${name} were written`);
      done += written;
      options.onProgress?.('restore', done, total);
    },
  });
  if (manifest.headerSha256 !== checked.headerSha256) throw archiveBroken(options.file, 'it was changed meanwhile');
  for (const { name, value } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${escapeIdentifier(name)}`, value]);
  }
  await checkHeads(client, options.file);
  if (withSecret && secret !== undefined) placeSecret(secret, options.secret.dataFolder, options.now);
}

async function copyIn(client: Client, name: string, columns: readonly string[], rows: AsyncIterable<Buffer>): Promise<number> {
  const list = columns.map(escapeIdentifier).join(', ');
  if (name === JOBS) return restoreJobs(client, rows);
  const target = client.query(copyFrom(`copy public.${escapeIdentifier(name)} (${list}) from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), target);
  return target.rowCount;
}

async function restoreJobs(client: Client, rows: AsyncIterable<Buffer>): Promise<number> {
  await client.query(`create temp table archived_job (identifier text, payload json, queue_name text, run_at timestamptz,
    max_attempts integer, job_key text, priority integer) on commit drop`);
  const target = client.query(copyFrom(`copy archived_job (${JOB_COLUMNS.join(', ')}) from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), target);
  await client.query(`select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, priority)
    from archived_job`);
  return target.rowCount;
}

/** A snapshot holds each workspace's last fact exactly where its head says; anything else is not a snapshot. */
async function checkHeads(client: Client, file: string): Promise<void> {
  const { rows } = await client.query<{ workspace_id: string }>(
    `select h.workspace_id from public.fact_head h
      left join lateral (select f.seq, f.hash from public.fact f where f.workspace_id = h.workspace_id order by f.seq desc limit 1) last
        on true
      where h.seq <> coalesce(last.seq, 0) or (last.seq is not null and last.hash <> h.hash)`,
  );
  if (rows[0] !== undefined) throw archiveBroken(file, `the facts of workspace ${rows[0].workspace_id} do not end at their head`);
}

function totalRows(manifest: Manifest): number {
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}
