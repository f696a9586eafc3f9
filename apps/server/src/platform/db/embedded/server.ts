import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readState, writeState } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { foreignServer, startFailed, stopTooSlow } from './failures.ts';
import { askServer, livingPostmaster, readPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { programOptions, runProgram } from './programs.ts';
import { DEFAULT_SETTINGS, commandLine, fixedSettings } from './settings.ts';
import type { Settings } from './settings.ts';

export interface ServerContext {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly password: string;
  readonly settings: Settings;
  readonly log: (line: string) => void;
}

/** Recovery after a crash replays up to max_wal_size of journal. */
const START_PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 60_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

/** The port of a living server of ours on this folder, or null when none lives. */
export async function adopt(context: ServerContext): Promise<number | null> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const living = livingPostmaster(context.folder);
    if (living === null) return null;
    if (living.port !== null) {
      const answer = await askServer(context.folder, context.password, living.port);
      if (answer.kind === 'ours') return living.port;
      if (answer.kind === 'foreign') throw foreignServer(context.folder.root, living.pid, answer.cause);
    }
    if (Date.now() > deadline) throw startFailed(context.folder.root, context.folder.log, logSince(context.folder, 0));
    await wait(50);
  }
}

/** Starts the server and answers its port once it accepts our password. */
export async function launch(context: ServerContext): Promise<number> {
  const deadline = Date.now() + 15_000;
  let port = readState(context.folder).port ?? (await freePort());
  for (;;) {
    rotateLog(context.folder);
    const mark = existsSync(context.folder.log) ? statSync(context.folder.log).size : 0;
    const child = spawnServer(context, port);
    if (await becomesReady(context, child, port)) {
      child.unref();
      writeState(context.folder, { port });
      return port;
    }
    const said = logSince(context.folder, mark);
    if (Date.now() > deadline) throw startFailed(context.folder.root, context.folder.log, said);
    if (/could not bind|could not create any TCP\/IP sockets/.test(said)) {
      context.log(`port ${port} is taken by another program; choosing another one`);
      port = await freePort();
    } else if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) {
      // The sessions of a server that was killed end a moment after it.
      await wait(50);
    } else {
      throw startFailed(context.folder.root, context.folder.log, said);
    }
  }
}

function spawnServer(context: ServerContext, port: number): ChildProcess {
  const compression = readState(context.folder).walCompression;
  const settings = {
    ...DEFAULT_SETTINGS,
    ...(compression === null ? {} : { wal_compression: compression }),
    ...fixedSettings(port),
    ...context.settings,
  };
  const log = openSync(context.folder.log, 'a', 0o600);
  try {
    return spawn(context.binaries.postgres, ['-D', context.folder.cluster, ...commandLine(settings)], {
      ...programOptions(context.account),
      // Its own process group: an interrupt typed at the terminal must reach us first, and the server only through stop().
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function becomesReady(context: ServerContext, child: ChildProcess, port: number): Promise<boolean> {
  child.once('error', (error) => context.log(error.message));
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + START_PATIENCE_MS;
  while (isRunning() && Date.now() < deadline) {
    const found = readPostmaster(context.folder);
    if (found?.pid === child.pid && found?.ready === true) {
      const answer = await askServer(context.folder, context.password, port);
      if (answer.kind === 'ours') return true;
      if (answer.kind === 'foreign') {
        child.kill('SIGINT');
        throw foreignServer(context.folder.root, child.pid ?? 0, answer.cause);
      }
    }
    await wait(10);
  }
  if (isRunning()) child.kill('SIGINT');
  return false;
}

/** Fast shutdown: open transactions are rolled back, all committed is written, then the server ends. */
export async function halt(folder: DataFolder, binaries: Binaries, account: Account | null): Promise<void> {
  const living = livingPostmaster(folder);
  if (living === null) return;
  if (process.platform === 'win32') {
    await runProgram(binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast', '-w'], account);
  } else {
    process.kill(living.pid, 'SIGINT');
  }
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (isAlive(living.pid)) {
    if (Date.now() > deadline) throw stopTooSlow(folder.root, living.pid);
    await wait(10);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function rotateLog(folder: DataFolder): void {
  if (!existsSync(folder.log) || statSync(folder.log).size < LOG_LIMIT_BYTES) return;
  renameSync(folder.log, `${folder.log}.1`);
}

/** The last 20 lines the server wrote after the mark. */
function logSince(folder: DataFolder, mark: number): string {
  if (!existsSync(folder.log)) return '';
  return readFileSync(folder.log).subarray(mark).toString('utf8').trimEnd().split('\n').slice(-20).join('\n');
}
