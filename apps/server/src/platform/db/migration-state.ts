import { Client } from 'pg';
import { asUnavailable } from './connection-errors.ts';
import { MIGRATIONS_FOLDER } from './migrate.ts';
import { pendingMigrations, readMigrations } from './migration-files.ts';
import type { AppliedMigration } from './migration-files.ts';

/** Name and checksum of each migration this program brings, in order. */
export function knownMigrations(folder: string = MIGRATIONS_FOLDER): AppliedMigration[] {
  return readMigrations(folder).map(({ name, checksum }) => ({ name, checksum }));
}

/** What was applied to the database of the client, in order; null when it never was Cordée's. */
export async function readApplied(client: Client): Promise<AppliedMigration[] | null> {
  const known = await client.query<{ known: boolean }>(`select to_regclass('public.cordee_migration') is not null as known`);
  if (known.rows[0]?.known !== true) return null;
  const { rows } = await client.query<AppliedMigration>('select name, checksum from public.cordee_migration order by name');
  return rows;
}

/**
 * Names of the migrations this database still lacks; all of them when it is not Cordée's. Changes nothing. Refuses like
 * `migrate` when what was applied does not agree with the files.
 */
export async function missingMigrations(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'cordee' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const applied = (await readApplied(client)) ?? [];
    return pendingMigrations(readMigrations(MIGRATIONS_FOLDER), applied).map(({ name }) => name);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
