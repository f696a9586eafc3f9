import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'apps', 'server', 'src', 'main.ts');

/** One real `npm start`: the program in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** Creates the first administrator; null once there is one. */
  readonly setupLink: string | null;
  /** From the start of the process to the printed address. */
  readonly startMs: number;
  readonly output: () => string;
  readonly isAlive: () => boolean;
  /** kill -9; resolves once the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  terminate(): Promise<number | null>;
}

export interface ServerSettings {
  readonly dataFolder: string;
  readonly port: number;
  /** Absent: the embedded server in `dataFolder`. */
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const START_PATIENCE_MS = 60_000;

/** Starts the program and waits for its address; rejects with what it said when it ends before. */
export async function startServerProcess(settings: ServerSettings): Promise<ServerProcess> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH,
      NODE_COMPILE_CACHE,
      CORDEE_DATA: settings.dataFolder,
      PORT: String(settings.port),
      LOG_LEVEL: 'error',
      CORDEE_RATE_DEFAULT: '0',
      CORDEE_RATE_TRACK: '0',
      CORDEE_RATE_AUTH: '0',
      ...(settings.databaseUrl === undefined ? {} : { DATABASE_URL: settings.databaseUrl }),
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-100_000);
      look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not started after ${START_PATIENCE_MS} ms: ${output}`));
    }, START_PATIENCE_MS);
    look = () => {
      const found = /Address: (http\S+)\n/.exec(output)?.[1];
      if (found === undefined || !output.includes('/api/docs\n')) return;
      clearTimeout(timer);
      resolve(found);
    };
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before listening: ${output}`));
    });
  });
  return {
    origin,
    pid: child.pid ?? 0,
    setupLink: /http\S+\/setup\?token=\S+/.exec(output)?.[0] ?? null,
    startMs: Math.round(performance.now() - started),
    output: () => output,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async terminate() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The embedded server's own process number, or null when its file is not there. */
export function postmasterOf(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** A temporary folder that the account of the database may enter, removed after `work`. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-faults-'));
  chmodSync(folder, 0o711);
  try {
    return await work(folder);
  } finally {
    const left = postmasterOf(folder);
    if (left !== null) killQuietly(left);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}
