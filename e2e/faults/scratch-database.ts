import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { TestDatabase } from '../../apps/server/test/database.ts';
import { startScratch } from '../../apps/server/src/platform/db/embedded/index.ts';
import { APPLICATION_ROLE, migrate, openDatabase } from '../../apps/server/src/platform/db/index.ts';
import { installJobs } from '../../apps/server/src/platform/jobs/index.ts';

/** Runs `work` with a way to get migrated databases of their own, on a throw-away server. */
export async function withScratch<T>(
  work: (fresh: <R>(test: (database: TestDatabase) => Promise<R>) => Promise<R>) => Promise<T>,
): Promise<T> {
  const scratch = await startScratch();
  try {
    return await work((test) => withFresh(scratch.url, test));
  } finally {
    await scratch.stop();
  }
}

async function withFresh<R>(serverUrl: string, test: (database: TestDatabase) => Promise<R>): Promise<R> {
  const name = `cordee_faults_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    await client.query(`create database ${escapeIdentifier(name)}`);
    await migrate({ url: url.href });
    await installJobs({ url: url.href });
    const database = {
      url: url.href,
      db: openDatabase({ url: url.href, max: 8, role: APPLICATION_ROLE }),
      owner: openDatabase({ url: url.href, max: 2 }),
    };
    try {
      return await test(database);
    } finally {
      await database.db.close();
      await database.owner.close();
    }
  } finally {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await client.end();
  }
}
