import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../apps/server/src/platform/db/embedded/index.ts';
import { join } from 'node:path';
import { account, uuidOfWorkspace, withDatabase } from './books.ts';
import { call, done, jsonOf } from './client.ts';
import { firstCompany, type Company } from './company.ts';
import { startLoad, type Load } from './load.ts';
import { quantile, type FaultReport, type Progress } from './report.ts';
import { postmasterOf, startServerProcess, withFolder, type ServerProcess } from './server-process.ts';

export interface KillOptions {
  readonly rounds: number;
  readonly progress?: Progress;
}

const victims = ['server', 'postmaster', 'backend', 'everything'] as const;
const LANES = 12;

/** kill -9 of the program, of the database, of one of its backends, or of all at once, in turn, at random moments under load. */
export function killUnderLoad({ rounds, progress = () => undefined }: KillOptions): Promise<FaultReport> {
  return withFolder(async (dataFolder) => {
    let server = await startServerProcess({ dataFolder, port: 0 });
    const port = Number(new URL(server.origin).port);
    const { origin } = server;
    const company = await firstCompany(origin, server.setupLink);
    const load = startLoad({ company, origin: () => origin, lanes: LANES, name: 'kill' });
    const recoveries: number[] = [];
    const faults: string[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        const victim = victims[round % victims.length] ?? 'server';
        await wait(150 + Math.random() * 700);
        const killed = performance.now();
        server = await strike(victim, server, dataFolder, port);
        if (!(await isReady(origin))) faults.push(`round ${round + 1}, ${victim}: not ready again after 30 s`);
        recoveries.push(performance.now() - killed);
        progress(`kill ${round + 1}/${rounds}: ${victim}, ready after ${Math.round(recoveries.at(-1) ?? 0)} ms`);
      }
      await wait(300);
      await load.finish();
      faults.push(...load.faults, ...(await repeatedAnswers(origin, company, load)));
      const result = await accountOf(dataFolder, company, load);
      faults.push(...result.faults);
      const code = await server.terminate();
      if (code !== 0) faults.push(`the last server ended with ${code}`);
      return {
        name: 'kill -9 under load',
        numbers: {
          kills: recoveries.length,
          acknowledged: result.acknowledged,
          lost: result.lost,
          doubled: result.doubled,
          differences: result.differences,
          recoveryMsMedian: quantile(recoveries, 0.5),
          recoveryMsMost: quantile(recoveries, 1),
        },
        faults,
      };
    } finally {
      if (server.isAlive()) await server.kill();
    }
  });
}

async function strike(
  victim: (typeof victims)[number],
  server: ServerProcess,
  dataFolder: string,
  port: number,
): Promise<ServerProcess> {
  if (victim === 'backend') {
    const backend = backendOf(dataFolder);
    if (backend !== null) process.kill(backend, 'SIGKILL');
    return server;
  }
  const postmaster = postmasterOf(dataFolder);
  if (victim !== 'server' && postmaster !== null) process.kill(postmaster, 'SIGKILL');
  // The program outlives its database, answers 503 meanwhile, and starts it again.
  if (victim === 'postmaster') return server;
  await server.kill();
  return startServerProcess({ dataFolder, port });
}

/** Any process of the database that serves a connection of ours. */
function backendOf(dataFolder: string): number | null {
  const postmaster = postmasterOf(dataFolder);
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(join('/proc', name, 'status'), 'utf8'))?.[1]);
        return parent === postmaster && readFileSync(join('/proc', name, 'cmdline'), 'utf8').includes(' cordee ');
      } catch {
        return false;
      }
    });
  const chosen = backends[Math.floor(Math.random() * backends.length)];
  return chosen === undefined ? null : Number(chosen);
}

async function isReady(origin: string): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if ((await call(origin, 'GET', '/readyz', { timeoutMs: 6000 })).status === 200) return true;
    await wait(10);
  }
  return false;
}

/** What was acknowledged and is sent again is known: same fact, nothing new. */
async function repeatedAnswers(origin: string, company: Company, load: Load): Promise<string[]> {
  const faults: string[] = [];
  const known = [...load.acknowledged.events].filter(([event]) => event.startsWith('refund '));
  for (const [event, factId] of known.slice(-10)) {
    const answer = await done(origin, company.key, 'GET', `/api/v1/facts/${factId}`);
    if (!JSON.stringify(answer).includes(event.slice('refund '.length))) faults.push(`${event} is not ${factId}`);
  }
  const openapi = await call(origin, 'GET', '/api/v1/openapi.json');
  if (openapi.status !== 200 || jsonOf(openapi)['openapi'] === undefined) faults.push('the server does not serve');
  return faults;
}

async function accountOf(dataFolder: string, company: Company, load: Load) {
  const database = await startEmbedded({ dataDir: join(dataFolder, 'postgres') });
  try {
    return await withDatabase(database.url, (db) => account(db, uuidOfWorkspace(company.workspaceId), load.acknowledged));
  } finally {
    await database.stop();
  }
}
