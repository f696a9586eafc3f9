import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './start-embedded.ts';

export interface ScratchDatabase {
  readonly url: string;
  /** Temporary folder of the server; whatever else is put there, servers included, goes with it. */
  readonly home: string;
  stop(): Promise<void>;
}

const GIB = 1024 ** 3;
const MEMORY = '/dev/shm';

/**
 * A throw-away server in a temporary folder, in memory where there is plenty, without fsync, for tests and tools. `stop` removes the folder; a watcher process
 * does the same when this process dies without having called it.
 */
export async function startScratch(options: { binaries?: string | undefined } = {}): Promise<ScratchDatabase> {
  const home = mkdtempSync(join(scratchPlace(), 'cordee-scratch-'));
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  const watcher = spawn(process.execPath, [join(import.meta.dirname, 'scratch-watcher.ts'), home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  if (watcher.stdin !== null && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
  try {
    const settings = {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '128MB',
      max_wal_size: '256MB',
    };
    const server = await startEmbedded({ dataDir: join(home, 'database'), binaries: options.binaries, settings });
    return {
      url: server.url,
      home,
      async stop() {
        await server.stop();
        rmSync(home, { recursive: true, force: true });
        watcher.kill();
      },
    };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    watcher.kill();
    throw error;
  }
}

/** Where what is thrown away soon stands best: in memory where there is enough, a copy of a database is made ten times as fast there. */
export function scratchPlace(): string {
  return isRoomy(MEMORY) ? MEMORY : tmpdir();
}

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 2 * GIB && process.availableMemory() > 6 * GIB;
  } catch {
    return false;
  }
}
