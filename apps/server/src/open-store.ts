import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config } from './platform/config/index.ts';
import { APPLICATION_ROLE, migrate, openDatabase, openPlainPool, startEmbedded, type Database } from './platform/db/index.ts';
import { installJobs } from './platform/jobs/index.ts';

export interface Store {
  /** Login that owns the tables: for migrations, jobs and tools. */
  readonly url: string;
  /** Acts as the application. */
  readonly db: Database;
  /** The same with the driver's own value types, for libraries. */
  readonly pool: Pool;
  /** Closes the connections, and the embedded server unless another process uses it too. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly log: (line: string) => void;
  readonly onIdleError: (error: Error) => void;
}

/** The database of this installation, running and migrated: the one DATABASE_URL names, else the embedded one. */
export async function openStore(config: Config, { log, onIdleError }: StoreOptions): Promise<Store> {
  const embedded =
    config.databaseUrl === null ? await startEmbedded({ dataDir: join(config.dataFolder, 'postgres'), log }) : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate({ url, log });
    await installJobs({ url });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const db = openDatabase({ url, max: config.databaseConnections, role: APPLICATION_ROLE, onIdleError });
  const pool = openPlainPool({ url, max: 4, role: APPLICATION_ROLE, onIdleError });
  return {
    url,
    db,
    pool,
    async close() {
      await db.close();
      await pool.end();
      await embedded?.stop();
    },
  };
}
