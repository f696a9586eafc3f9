import type { TestDatabase } from '../../apps/server/test/database.ts';
import { account, uuidOfWorkspace } from './books.ts';
import { firstCompany } from './company.ts';
import { startLoad } from './load.ts';
import type { FaultReport } from './report.ts';
import { startServerProcess, withFolder } from './server-process.ts';

/** Writers on one partner and one customer, through two processes of the program on one database. */
export function manyWriters(
  database: TestDatabase,
  { writers, steps }: { readonly writers: number; readonly steps: number },
): Promise<FaultReport> {
  return withFolder(async (dataFolder) => {
    const settings = { port: 0, databaseUrl: database.url, env: { CORDEE_SECRET: 'the same secret for both processes' } };
    const first = await startServerProcess({ ...settings, dataFolder });
    const second = await startServerProcess({ ...settings, dataFolder });
    try {
      const company = await firstCompany(second.origin, second.setupLink, 1);
      const started = performance.now();
      const loads = [first, second].map(({ origin }, index) =>
        startLoad({ company, origin: () => origin, lanes: writers / 2, name: `writer-${index}`, single: true, steps }),
      );
      await Promise.all(loads.map((load) => load.finish()));
      const ms = performance.now() - started;
      const all = {
        clicks: loads.reduce((sum, { acknowledged }) => sum.union(acknowledged.clicks), new Set<string>()),
        events: new Map(loads.flatMap(({ acknowledged }) => [...acknowledged.events])),
        earned: loads.reduce((sum, { acknowledged }) => sum + acknowledged.earned, 0),
      };
      const result = await account(database.db, uuidOfWorkspace(company.workspaceId), all);
      const faults = [...loads.flatMap((load) => load.faults), ...result.faults];
      if (result.acknowledged < writers * steps) faults.push(`${result.acknowledged} of ${writers * steps} were acknowledged`);
      for (const server of [first, second]) {
        const code = await server.terminate();
        if (code !== 0) faults.push(`a server ended with ${code}: ${server.output().slice(-500)}`);
      }
      return {
        name: 'concurrent writers',
        numbers: {
          writers,
          processes: 2,
          acknowledged: result.acknowledged,
          perSecond: Math.round((1000 * result.acknowledged) / ms),
          lost: result.lost,
          doubled: result.doubled,
          differences: result.differences,
        },
        faults,
      };
    } finally {
      for (const server of [first, second]) if (server.isAlive()) await server.kill();
    }
  });
}
