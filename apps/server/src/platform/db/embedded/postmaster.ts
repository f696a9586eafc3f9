import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataFolder } from './data-folder.ts';
import { SUPERUSER } from './initialise.ts';
import { isAlive, looksLikePostgres } from './processes.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number | null;
  readonly ready: boolean;
}

/** `ours`: answers to our password on our cluster; `foreign`: answers, but is not ours; `silent`: does not answer (yet). */
export type Answer = { kind: 'ours' } | { kind: 'foreign'; cause: unknown } | { kind: 'silent' };

export const DATABASE = 'cordee';

export function serverUrl(password: string, port: number, database = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** What postmaster.pid says; null when there is none or it is not yet complete enough to read. */
export function readPostmaster(folder: DataFolder): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null, ready: lines[7]?.trim() === 'ready' };
}

/**
 * The server that lives on this cluster, or null. A file left by a dead server may name a number that another program got
 * since (usual in containers); PostgreSQL would refuse to start over it, so such a file is removed.
 */
export function livingPostmaster(folder: DataFolder): Postmaster | null {
  const found = readPostmaster(folder);
  if (found === null || !isAlive(found.pid)) return null;
  if (looksLikePostgres(found.pid)) return found;
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** Asks the server who it is. */
export async function askServer(folder: DataFolder, password: string, port: number): Promise<Answer> {
  const client = new Client({
    connectionString: serverUrl(password, port, 'postgres'),
    connectionTimeoutMillis: 5000,
    application_name: 'cordee supervisor',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; known: boolean }>(
      `select current_setting('data_directory') as folder, exists (select from pg_database where datname = $1) as known`,
      [DATABASE],
    );
    if (rows[0] === undefined || realpathSync(rows[0].folder) !== realpathSync(folder.cluster)) {
      return { kind: 'foreign', cause: new Error(`it serves ${rows[0]?.folder ?? 'an unknown folder'}`) };
    }
    if (!rows[0].known) await client.query(`create database ${DATABASE}`);
    return { kind: 'ours' };
  } catch (error) {
    return classify(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function classify(error: unknown): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('28')) return { kind: 'foreign', cause: error };
  if (code === '' || code.startsWith('E') || code.startsWith('57P') || code.startsWith('08')) return { kind: 'silent' };
  throw error;
}
