import { once } from 'node:events';
import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { readApplied } from '../db/index.ts';
import type { Manifest } from './format.ts';
import { archivedSecret } from './master-secret.ts';
import type { SecretPlace } from './master-secret.ts';
import { fileExists, fileUnusable, notMigrated, unknownWorkspace } from './refusals.ts';
import { withOwner } from './session.ts';
import { beginSnapshot, findWorkspaceId } from './snapshot.store.ts';
import type { Scope } from './tables.store.ts';
import { writeArchive } from './write-archive.ts';

export interface BackupOptions {
  /** The login that owns the tables. */
  readonly url: string;
  readonly file: string;
  readonly secret: SecretPlace;
  readonly now: number;
  /** Slug: this workspace only. */
  readonly workspace?: string | undefined;
  /** Replaces an existing file. */
  readonly force?: boolean;
  readonly onRows?: (rows: number) => void;
}

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  /** Whether the file holds the master key. */
  readonly withSecret: boolean;
}

const GZIP_LEVEL = 4;

/**
 * Writes one archive of a running installation, as it was at one instant, in constant memory. The file appears whole or not at
 * all, readable by its owner only. Refuses with PlatformError: archive_exists, archive_file_unusable, database_not_ours,
 * unknown_workspace; rejects with DatabaseUnavailable.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const { file } = options;
  if (existsSync(file) && options.force !== true) throw fileExists(file);
  const draft = `${file}.${process.pid}.partial`;
  const written = await withOwner(options.url, 'cordee backup', async (client) => {
    await beginSnapshot(client);
    const scope = await findScope(client, options.workspace);
    const secret = archivedSecret(options.secret, scope.kind);
    let manifest: Manifest | undefined;
    const content = writeArchive({
      client,
      scope,
      secret,
      now: options.now,
      onManifest: (last) => void (manifest = last),
      ...(options.onRows === undefined ? {} : { onRows: options.onRows }),
    });
    await writeFile(draft, content);
    if (manifest === undefined) throw new Error('the archive was not finished');
    return { manifest, withSecret: secret.text !== null };
  });
  publish(draft, file);
  return {
    file,
    bytes: statSync(file).size,
    tables: written.manifest.tables.length,
    rows: written.manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    withSecret: written.withSecret,
  };
}

async function findScope(client: Client, slug: string | undefined): Promise<Scope> {
  if ((await readApplied(client)) === null) throw notMigrated();
  if (slug === undefined) return { kind: 'all' };
  const id = await findWorkspaceId(client, slug);
  if (id === null) throw unknownWorkspace(slug);
  return { kind: 'workspace', id, slug };
}

async function writeFile(draft: string, content: AsyncIterable<Buffer>): Promise<void> {
  const output = createWriteStream(draft, { mode: 0o600, flush: true });
  try {
    await once(output, 'open');
  } catch (error) {
    throw fileUnusable(draft, error);
  }
  try {
    await pipeline(content, createGzip({ level: GZIP_LEVEL }), output);
  } catch (error) {
    rmSync(draft, { force: true });
    throw isFileError(error) ? fileUnusable(draft, error) : error;
  }
}

function publish(draft: string, file: string): void {
  renameSync(draft, file);
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write';
}
