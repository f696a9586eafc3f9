import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../apps/server/src/platform/db/embedded/index.ts';
import { account, uuidOfWorkspace, withDatabase } from './books.ts';
import { call, PATIENCE_MS } from './client.ts';
import { firstCompany } from './company.ts';
import { startLoad } from './load.ts';
import type { FaultReport } from './report.ts';
import { startServerProcess, withFolder } from './server-process.ts';

/** The database stops under load and is back on the same port after a while; the program is left alone. */
export function databaseAway({ seconds }: { readonly seconds: number }): Promise<FaultReport> {
  return withFolder(async (dataFolder) => {
    const dataDir = join(dataFolder, 'postgres');
    let database = await startEmbedded({ dataDir });
    const server = await startServerProcess({ dataFolder, port: 0, databaseUrl: database.url });
    const { origin } = server;
    try {
      const company = await firstCompany(origin, server.setupLink);
      const load = startLoad({ company, origin: () => origin, lanes: 12, name: 'away' });
      const faults: string[] = [];
      await wait(700);
      // A busy machine answers its first event later than that.
      const began = performance.now();
      while (load.acknowledged.events.size === 0 && performance.now() - began < 20_000) await wait(20);
      const [before, stopped] = [load.acknowledged.events.size, performance.now()];
      await database.stop();
      const stopMs = performance.now() - stopped;
      await wait(1000 * seconds * 0.6);
      const ready = await call(origin, 'GET', '/readyz');
      if (ready.status !== 503) faults.push(`/readyz says ${ready.status} without a database`);
      const healthy = await call(origin, 'GET', '/healthz');
      if (healthy.status !== 200) faults.push(`/healthz says ${healthy.status} without a database`);
      await wait(1000 * seconds * 0.4);
      database = await startEmbedded({ dataDir });
      const back = performance.now();
      const known = load.acknowledged.events.size + load.acknowledged.clicks.size;
      while (load.acknowledged.events.size + load.acknowledged.clicks.size === known && performance.now() - back < 30_000)
        await wait(5);
      const recoveryMs = Math.round(performance.now() - back);
      await wait(700);
      await load.finish();
      const result = await withDatabase(database.url, (db) =>
        account(db, uuidOfWorkspace(company.workspaceId), load.acknowledged),
      );
      faults.push(...load.faults, ...result.faults);
      if (before === 0) faults.push('nothing was acknowledged before the database went away');
      if (load.refusedBusy() === 0) faults.push('nothing was answered 503');
      if (load.slowestMs() >= PATIENCE_MS) faults.push(`an answer took ${load.slowestMs()} ms`);
      const code = await server.terminate();
      if (code !== 0) faults.push(`the server ended with ${code}`);
      return {
        name: 'database away',
        numbers: {
          seconds,
          stopMs: Math.round(stopMs),
          answers503: load.refusedBusy(),
          slowestMs: load.slowestMs(),
          recoveryMs,
          acknowledged: result.acknowledged,
          lost: result.lost,
          doubled: result.doubled,
          differences: result.differences,
        },
        faults,
      };
    } finally {
      if (server.isAlive()) await server.kill();
      await database.stop();
    }
  });
}
