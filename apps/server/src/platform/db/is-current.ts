import type { Database } from './database.ts';
import { readMigrations } from './migration-files.ts';
import { MIGRATIONS_FOLDER } from './migrate.ts';

/** Whether every migration of this program has been applied to the database. */
export async function isSchemaCurrent(db: Database): Promise<boolean> {
  const applied = await db.query<{ name: string }>('select name from cordee_migration');
  const names = new Set(applied.map(({ name }) => name));
  return readMigrations(MIGRATIONS_FOLDER).every(({ name }) => names.has(name));
}
