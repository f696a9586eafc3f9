import { randomUUID } from 'node:crypto';
import { chooseAccount } from './account.ts';
import type { Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { dataFolder, holdsCluster, prepareFolder, readPassword, readState, writeState } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { folderBusy } from './failures.ts';
import { lockFolder } from './folder-lock.ts';
import { initialise } from './initialise.ts';
import { livingPostmaster, serverUrl } from './postmaster.ts';
import { startMark } from './processes.ts';
import { adopt, halt, launch } from './server.ts';
import type { Settings } from './settings.ts';

export interface EmbeddedOptions {
  /** Folder of the database and of what the supervisor keeps about it; made when missing. */
  readonly dataDir: string;
  /** Folder with `postgres`, `initdb`, `pg_ctl` to use instead of the embedded ones. */
  readonly binaries?: string | undefined;
  /** PostgreSQL settings over the supervisor's own; for tests and scratch databases. */
  readonly settings?: Settings | undefined;
  readonly log?: ((line: string) => void) | undefined;
}

export interface EmbeddedDatabase {
  /** Connection string of the superuser, who owns the schema. */
  readonly url: string;
  readonly port: number;
  /** True when a server already lived on the folder and was taken over. */
  readonly adopted: boolean;
  /** Stops the server, unless another living process also uses it: the last one out stops it. Safe to call again. */
  stop(): Promise<void>;
}

const LOCK_PATIENCE_MS = 120_000;
const WATCH_MS = 500;

/**
 * A running PostgreSQL on `dataDir`: the one that already lives there if it is ours, else a new one, initialised on first
 * use. Two processes that start at the same instant share one server. Should it die (killed, out of memory) before `stop`, it is
 * started again on the same port. Refusals are `PlatformError`s: embedded_postgres_missing,
 * embedded_postgres_unusable, database_account_missing, data_folder_unreachable, data_folder_not_ours, data_folder_foreign,
 * data_folder_broken, data_folder_other_major, data_folder_busy, foreign_server_on_folder, database_initialisation_failed,
 * database_start_failed; from `stop`: database_stop_timeout.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = dataFolder(options.dataDir);
  const log = options.log ?? (() => undefined);
  const account = chooseAccount(folder.cluster);
  prepareFolder(folder, account);
  const id = randomUUID();
  const { port, adopted, binaries } = await locked(folder, () => run(folder, account, options, log, id));
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (stopping !== undefined || reviving !== undefined || livingPostmaster(folder) !== null) return;
    log(`the PostgreSQL server on ${folder.root} is gone; starting it again`);
    reviving = locked(folder, async () => {
      if (stopping === undefined) await revive({ folder, binaries, account, options, log });
    })
      .catch((error: unknown) => log(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        reviving = undefined;
      });
  }, WATCH_MS);
  watch.unref();
  return {
    url: serverUrl(readPassword(folder), port),
    port,
    adopted,
    stop() {
      clearInterval(watch);
      stopping ??= locked(folder, () => leave(folder, binaries, account, id));
      return stopping;
    },
  };
}

async function run(
  folder: DataFolder,
  account: Account | null,
  options: EmbeddedOptions,
  log: (line: string) => void,
  id: string,
): Promise<{ port: number; adopted: boolean; binaries: Binaries }> {
  const binaries = findBinaries(options.binaries, account);
  const settings = options.settings ?? {};
  if (!holdsCluster(folder, binaries.major)) {
    log(`preparing a new PostgreSQL ${binaries.major} database in ${folder.root}`);
    await initialise(folder, binaries, account, settings['fsync'] !== 'off');
  }
  const context = { folder, binaries, account, password: readPassword(folder), settings, log };
  const living = await adopt(context);
  if (living !== null) log(`using the PostgreSQL server already running on ${folder.root}`);
  const port = living ?? (await launch(context));
  const self = { id, pid: process.pid, mark: startMark(process.pid) };
  writeState(folder, { port, users: [...readState(folder).users, self] });
  return { port, adopted: living !== null, binaries };
}

interface Revival {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly options: EmbeddedOptions;
  readonly log: (line: string) => void;
}

/** Another user of the server may have been quicker. */
async function revive({ folder, binaries, account, options, log }: Revival): Promise<void> {
  const context = { folder, binaries, account, password: readPassword(folder), settings: options.settings ?? {}, log };
  if ((await adopt(context)) === null) await launch(context);
}

async function leave(folder: DataFolder, binaries: Binaries, account: Account | null, id: string): Promise<void> {
  const others = readState(folder).users.filter((user) => user.id !== id);
  writeState(folder, { users: others });
  if (others.length === 0) await halt(folder, binaries, account);
}

async function locked<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const lock = await lockFolder(folder.lock, LOCK_PATIENCE_MS);
  if (lock === null) throw folderBusy(folder.root);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
