import { Logger, makeWorkerUtils } from 'graphile-worker';
import { openPlainPool } from '../db/index.ts';

/** Makes or updates the queue's own schema `graphile_worker`; after `migrate`, with the same login. Several processes may at once. */
export async function installJobs({ url }: { readonly url: string }): Promise<void> {
  const pool = openPlainPool({ url, max: 1 });
  try {
    const tools = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => undefined) });
    try {
      await tools.migrate();
      // What failed for good stays a month as evidence.
      await pool.query(
        `delete from graphile_worker._private_jobs
          where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days'`,
      );
    } finally {
      await tools.release();
    }
  } finally {
    await pool.end();
  }
}
