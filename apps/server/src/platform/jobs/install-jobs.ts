import { Logger, makeWorkerUtils } from 'graphile-worker';
import { openPlainPool } from '../db/index.ts';
import { forgetOldFailures } from './jobs.store.ts';

/** Makes or updates the queue's own schema `graphile_worker`; after `migrate`, with the same login. Several processes may at once. */
export async function installJobs({ url }: { readonly url: string }): Promise<void> {
  const pool = openPlainPool({ url, max: 1 });
  try {
    const tools = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => undefined) });
    try {
      await tools.migrate();
      await forgetOldFailures(pool);
    } finally {
      await tools.release();
    }
  } finally {
    await pool.end();
  }
}
