import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { migrate, startEmbedded } from '../../apps/server/src/platform/db/index.ts';

export interface Postgres {
  /** Makes a migrated database and answers its url, for the login that owns it. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
}

export interface RunningPostgres extends Postgres {
  readonly home: string;
  stop(): Promise<void>;
}

const WATCHER = fileURLToPath(new URL('../../apps/server/src/platform/db/embedded/scratch-watcher.ts', import.meta.url));

/**
 * The embedded server as a company has it, fsync and all, in a temporary folder. The folder goes at the end; if this process
 * dies before, a watcher stops the server and removes it.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'cordee-bench-'));
  // The server runs as another user than root, who must be able to pass.
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  const watcher = spawn(process.execPath, [WATCHER, home], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  if (watcher.stdin !== null && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
  const clear = () => {
    rmSync(home, { recursive: true, force: true });
    watcher.kill();
  };
  try {
    const server = await startEmbedded({ dataDir: join(home, 'postgres') });
    return {
      home,
      ...databasesOf(server.url),
      async stop() {
        await server.stop();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

function databasesOf(url: string): Postgres {
  const urlOf = (name: string) => {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return own.href;
  };
  return {
    async createDatabase(name) {
      await withClient(url, (client) => client.query(`create database ${escapeIdentifier(name)}`));
      await migrate({ url: urlOf(name) });
      return urlOf(name);
    },
    async dropDatabase(name) {
      await withClient(url, (client) => client.query(`drop database ${escapeIdentifier(name)} with (force)`));
    },
  };
}

/** One bare connection as the owner of the tables, closed afterwards. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set time zone 'UTC'`);
    return await work(client);
  } finally {
    await client.end();
  }
}
