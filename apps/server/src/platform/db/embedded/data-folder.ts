import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { firstUnreachable } from './account.ts';
import type { Account } from './account.ts';
import { folderBroken, folderForeign, folderNotOurs, folderUnreachable, otherMajor } from './failures.ts';
import { isAlive, startMark } from './processes.ts';

/** What lies where in a data folder. The cluster is PostgreSQL's; the rest is the supervisor's. */
export interface DataFolder {
  readonly root: string;
  readonly cluster: string;
  readonly unfinished: string;
  readonly state: string;
  readonly password: string;
  readonly lock: string;
  readonly log: string;
}

/** A process that relies on the server; the last one to stop takes the server down. */
export interface ServerUser {
  readonly id: string;
  readonly pid: number;
  readonly mark: string;
}

export interface SupervisorState {
  readonly port: number | null;
  readonly walCompression: string | null;
  readonly users: readonly ServerUser[];
}

/** Another process may be filling the folder at this moment, so what it makes on the way counts as ours too. */
const OWN_NAMES = /^(?:supervisor\.|password|cluster(?:\.new)?$|postgres\.log|\.initdb-)/;

const EMPTY: SupervisorState = { port: null, walCompression: null, users: [] };

export function dataFolder(path: string): DataFolder {
  const root = resolve(path);
  return {
    root,
    cluster: join(root, 'cluster'),
    unfinished: join(root, 'cluster.new'),
    state: join(root, 'supervisor.json'),
    password: join(root, 'password'),
    lock: join(root, 'supervisor.lock'),
    log: join(root, 'postgres.log'),
  };
}

/**
 * Makes the folder when it is missing and refuses one that is not ours. As root the folder stays root's, and the account of
 * the server may only pass through it to its cluster; otherwise nobody else may enter.
 */
export function prepareFolder(folder: DataFolder, account: Account | null): void {
  if (existsSync(folder.root)) refuseForeign(folder);
  if (account !== null) {
    const blocker = firstUnreachable(resolve(folder.root, '..'), account);
    if (blocker !== null) throw folderUnreachable(folder.root, blocker, account.name);
  }
  mkdirSync(folder.root, { recursive: true, mode: account === null ? 0o700 : 0o711 });
  chmodSync(folder.root, account === null ? 0o700 : 0o711);
  if (account === null) return;
  const blocker = firstUnreachable(folder.root, account);
  if (blocker !== null) throw folderUnreachable(folder.root, blocker, account.name);
}

function refuseForeign(folder: DataFolder): void {
  const uid = process.getuid?.();
  const owner = statSync(folder.root).uid;
  if (uid !== undefined && uid !== 0 && owner !== uid) throw folderNotOurs(folder.root, owner);
  accessSync(folder.root, constants.R_OK | constants.W_OK);
  const entries = readdirSync(folder.root);
  const stranger = entries.find((name) => !OWN_NAMES.test(name));
  if (stranger !== undefined && !entries.includes('supervisor.json')) throw folderForeign(folder.root, stranger);
}

/** True when the folder holds a cluster of this major; false when it holds none yet. Anything else is refused. */
export function holdsCluster(folder: DataFolder, major: number): boolean {
  if (!existsSync(folder.cluster)) {
    if (readState(folder).port !== null) throw folderBroken(folder.root, folder.cluster);
    return false;
  }
  const uid = process.getuid?.();
  const owner = statSync(folder.cluster).uid;
  if (uid !== undefined && uid !== 0 && owner !== uid) throw folderNotOurs(folder.cluster, owner);
  const versionFile = join(folder.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) throw folderBroken(folder.root, versionFile);
  if (!existsSync(folder.password)) throw folderBroken(folder.root, folder.password);
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== String(major)) throw otherMajor(folder.root, found, major);
  return true;
}

export function readPassword(folder: DataFolder): string {
  return readFileSync(folder.password, 'utf8').trim();
}

export function makePassword(folder: DataFolder): string {
  if (existsSync(folder.password)) return readPassword(folder);
  const password = randomBytes(24).toString('base64url');
  replaceFile(folder.password, `${password}\n`);
  return password;
}

/** State that cannot be read counts as empty: all in it can be found anew. */
export function readState(folder: DataFolder): SupervisorState {
  try {
    const parsed = JSON.parse(readFileSync(folder.state, 'utf8')) as Partial<SupervisorState>;
    const users = Array.isArray(parsed.users) ? (parsed.users as ServerUser[]) : [];
    return { port: parsed.port ?? null, walCompression: parsed.walCompression ?? null, users: users.filter(isRunning) };
  } catch {
    return EMPTY;
  }
}

export function writeState(folder: DataFolder, change: Partial<SupervisorState>): void {
  replaceFile(folder.state, `${JSON.stringify({ ...readState(folder), ...change }, null, 2)}\n`);
}

function isRunning(user: ServerUser): boolean {
  return isAlive(user.pid) && startMark(user.pid) === user.mark;
}

function replaceFile(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode: 0o600, flush: true });
  renameSync(fresh, path);
}
