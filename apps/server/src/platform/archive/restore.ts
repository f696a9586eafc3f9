import type { Client } from 'pg';
import { knownMigrations, migrate, readApplied } from '../db/index.ts';
import type { AppliedMigration } from '../db/index.ts';
import { installJobs } from '../jobs/index.ts';
import { JOBS } from './format.ts';
import type { Header, Manifest } from './format.ts';
import { placeSecret, secretStep } from './master-secret.ts';
import type { SecretPlace } from './master-secret.ts';
import { readArchive } from './read-archive.ts';
import { archiveBroken, archiveNewer, databaseNotEmpty, databaseTooNew, installationRunning } from './refusals.ts';
import {
  beginRestore,
  brokenHead,
  copyIn,
  emptyTable,
  endRestore,
  ensureClickMonth,
  hasRows,
  isInUse,
  lockTables,
  restoreJobs,
  setSequence,
} from './restore.store.ts';
import { withOwner } from './session.ts';
import { listTables } from './tables.store.ts';

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
    await beginRestore(client);
    await emptyAndLock(client);
    await fill(client, options, header, manifest, step === 'write');
    await endRestore(client);
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
    if (await hasRows(client, name)) throw databaseNotEmpty(name);
  }
}

async function emptyAndLock(client: Client): Promise<void> {
  const names = (await listTables(client)).map(({ name }) => name);
  if ((await isInUse(client)) || !(await lockTables(client, names))) throw installationRunning();
  await refuseData(client);
  for (const name of names.toReversed()) await emptyTable(client, name);
}

async function fill(
  client: Client,
  options: RestoreOptions,
  header: Header,
  checked: Manifest,
  withSecret: boolean,
): Promise<void> {
  for (const day of header.clickMonths) await ensureClickMonth(client, day);
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
      const written = await (name === JOBS ? restoreJobs(client, rows) : copyIn(client, name, columns.get(name) ?? [], rows));
      if (written !== expected.get(name)) throw archiveBroken(options.file, `${written} rows of ${name} were written`);
      done += written;
      options.onProgress?.('restore', done, total);
    },
  });
  if (manifest.headerSha256 !== checked.headerSha256) throw archiveBroken(options.file, 'it was changed meanwhile');
  for (const { name, value } of manifest.sequences) await setSequence(client, name, value);
  const broken = await brokenHead(client);
  if (broken !== null) throw archiveBroken(options.file, `the facts of workspace ${broken} do not end at their head`);
  if (withSecret && secret !== undefined) placeSecret(secret, options.secret.dataFolder, options.now);
}

function totalRows(manifest: Manifest): number {
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}
