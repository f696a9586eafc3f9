import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { migrate } from '../index.ts';
import { dataFolder } from './data-folder.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { startEmbedded } from './start-embedded.ts';
import type { EmbeddedDatabase } from './start-embedded.ts';

const isRoot = process.getuid?.() === 0;
const SCRIPT = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'processes', 'start-database.ts');

let home = '';
let dataDir = '';
/** A data folder that was started once and stopped; to make one takes two seconds, to copy it a tenth of one. */
let used = '';
const running: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(inject('postgres').home, 'used-'));
  chmodSync(folder, 0o755);
  used = join(folder, 'data');
  await (await startEmbedded({ dataDir: used, binaries: inject('postgres').binaries ?? undefined })).stop();
});

beforeEach(() => {
  home = mkdtempSync(join(inject('postgres').home, 'start-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const database of running.splice(0)) await database.stop();
  const left = readPostmaster(dataFolder(dataDir));
  if (left !== null && isAlive(left.pid)) {
    process.kill(left.pid, 'SIGQUIT');
    await expect.poll(() => isAlive(left.pid), { timeout: 10_000 }).toBe(false);
  }
  rmSync(home, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: folder, binaries: inject('postgres').binaries ?? undefined });
  running.push(database);
  return database;
}

/** The folder of this test has been started before. With its owners, which Node does not copy. */
function useAgain(): void {
  execFileSync('cp', ['-a', used, dataDir]);
}

async function startAgain(): Promise<EmbeddedDatabase> {
  useAgain();
  return start();
}

interface Starter {
  readonly child: ChildProcess;
  /** The next line the process says. */
  next(): Promise<Record<string, unknown>>;
}

function startElsewhere(options: { uid?: number; gid?: number } = {}): Starter {
  const args = [SCRIPT, dataDir, inject('postgres').binaries ?? ''];
  const child = spawn(process.execPath, args, { ...options, cwd: '/', stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async next() {
      const { value } = await lines.next();
      return JSON.parse(String(value)) as Record<string, unknown>;
    },
  };
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

function pidOf(folder = dataDir): number {
  const found = readPostmaster(dataFolder(folder));
  if (found === null) throw new Error('no server');
  return found.pid;
}

async function waitForEnd(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 10_000, interval: 10 }).toBe(false);
}

describe('first and later starts', () => {
  it('initialises a private, durable cluster and keeps its data and port', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    const [settings] = await ask(
      first.url,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
        current_setting('server_encoding') as encoding, current_setting('password_encryption') as passwords, current_setting('jit') as jit,
        current_setting('max_wal_size') as wal, current_setting('timezone') as zone, current_database() as name`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      addresses: '127.0.0.1',
      encoding: 'UTF8',
      passwords: 'scram-sha-256',
      jit: 'off',
      wal: '4GB',
      zone: 'UTC',
      name: 'cordee',
    });
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    await ask(first.url, 'create table kept as select 1 as number');
    const pid = pidOf();
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('refuses a wrong password', async () => {
    const { url } = await startAgain();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('begins again after a first start that was cut off', async () => {
    const folder = dataFolder(dataDir);
    mkdirSync(folder.unfinished, { recursive: true });
    writeFileSync(join(folder.unfinished, 'PG_VERSION'), 'half');
    writeFileSync(folder.state, '{}');
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.initdb') || name.endsWith('.new'))).toEqual([]);
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const first = await startAgain();
    await first.stop();
    const thief = createServer().listen(first.port, '127.0.0.1');
    await once(thief, 'listening');
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    thief.close();
  });

  it('starts over the pid file of a dead server whose number another program got', async () => {
    const first = await startAgain();
    const file = join(dataDir, 'cluster', 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes the application role once when two of its databases are migrated at once', async () => {
    const { url } = await startAgain();
    await ask(url, 'create database other');
    await Promise.all([migrate({ url }), migrate({ url: url.replace(/\/cordee$/, '/other') })]);
    expect(await ask(url, `select rolcanlogin as login from pg_roles where rolname = 'cordee_app'`)).toEqual([{ login: false }]);
  });
});

describe('several processes on one folder', () => {
  it('adopts the server of a process that was killed, and stops it when asked', async () => {
    useAgain();
    const starter = startElsewhere();
    const { url } = await starter.next();
    const pid = pidOf();
    starter.child.kill('SIGKILL');
    await once(starter.child, 'exit');
    expect(isAlive(pid)).toBe(true);
    const database = await start();
    expect(database).toMatchObject({ adopted: true, url });
    expect(pidOf()).toBe(pid);
    await database.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('gives two processes that start at the same instant one server, which the last one stops', async () => {
    const starters = [startElsewhere(), startElsewhere()];
    const said = await Promise.all(starters.map((starter) => starter.next()));
    expect(said[0]?.['url']).toBe(said[1]?.['url']);
    expect(said.filter(({ adopted }) => adopted === true)).toHaveLength(1);
    expect(said.filter(({ adopted }) => adopted === false)).toHaveLength(1);
    const pid = pidOf();
    for (const { child } of starters) {
      expect(isAlive(pid)).toBe(true);
      child.stdin?.write('stop\n');
      await once(child, 'exit');
    }
    expect(isAlive(pid)).toBe(false);
  });

  it('gives two starts within one process one server', async () => {
    const [left, right] = await Promise.all([start(), start()]);
    expect(left.url).toBe(right.url);
    const pid = pidOf();
    await left.stop();
    await left.stop();
    expect(isAlive(pid)).toBe(true);
    await right.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts the server again on its port when it dies alone, and not after stop', async () => {
    const database = await startAgain();
    const pid = pidOf();
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid);
    await vi.waitUntil(() => ask(database.url, 'select 1').catch(() => null), { timeout: 30_000 });
    expect(pidOf()).not.toBe(pid);
    const revived = pidOf();
    await database.stop();
    expect(isAlive(revived)).toBe(false);
  });

  it('loses nothing acknowledged when server and writer are killed amid writes', async () => {
    useAgain();
    const starter = startElsewhere();
    await starter.next();
    starter.child.stdin?.write('write\n');
    let last = -1;
    while (last < 200) last = Number((await starter.next())['acknowledged']);
    const pid = pidOf();
    process.kill(pid, 'SIGKILL');
    starter.child.kill('SIGKILL');
    await waitForEnd(pid);
    const database = await start();
    const [row] = (await ask(database.url, 'select count(*)::int4 as count, max(number) as top from written')) as {
      count: number;
      top: number;
    }[];
    expect(row?.top).toBeGreaterThanOrEqual(last);
    expect(row?.count).toBe((row?.top ?? 0) + 1);
  });
});

describe('folders it refuses', () => {
  it('one of another major', async () => {
    const first = await startAgain();
    await first.stop();
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toMatchObject({
      code: 'data_folder_other_major',
      sentence: { fr: expect.stringContaining('PostgreSQL 12') },
    });
  });

  it('one that holds something else', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'accounts.xls'), '');
    await expect(start()).rejects.toMatchObject({
      code: 'data_folder_foreign',
      message: expect.stringContaining('accounts.xls'),
    });
    expect(readdirSync(dataDir)).toEqual(['accounts.xls']);
  });

  it('one whose cluster lost its version, its password or itself', async () => {
    const first = await startAgain();
    await first.stop();
    const { cluster, password } = dataFolder(dataDir);
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8');
    rmSync(join(cluster, 'PG_VERSION'));
    await expect(start()).rejects.toMatchObject({ code: 'data_folder_broken', message: expect.stringContaining('PG_VERSION') });
    writeFileSync(join(cluster, 'PG_VERSION'), version);
    rmSync(password);
    await expect(start()).rejects.toMatchObject({ code: 'data_folder_broken', message: expect.stringContaining(password) });
    rmSync(cluster, { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'data_folder_broken' });
    expect(existsSync(cluster)).toBe(false);
  });

  it('one whose server does not start, with the end of its log', async () => {
    const first = await startAgain();
    await first.stop();
    rmSync(join(dataDir, 'cluster', 'global', 'pg_control'));
    await expect(start()).rejects.toMatchObject({ code: 'database_start_failed', detail: expect.stringContaining('pg_control') });
  });

  it('one on which a server runs that is not ours', async () => {
    const database = await startAgain();
    writeFileSync(dataFolder(dataDir).password, 'another\n');
    await expect(start()).rejects.toMatchObject({ code: 'foreign_server_on_folder' });
    writeFileSync(dataFolder(dataDir).password, `${new URL(database.url).password}\n`);
  });
});

describe.runIf(isRoot)('accounts, as root', () => {
  it('runs the server under an ordinary account', async () => {
    await start();
    expect(statSync(join(dataDir, 'cluster')).uid).not.toBe(0);
    expect(statSync(dataDir).uid).toBe(0);
    if (process.platform === 'linux') expect(statSync(`/proc/${pidOf()}`).uid).not.toBe(0);
  });

  it('says what to do when that account cannot reach the folder', async () => {
    chmodSync(home, 0o700);
    await expect(start()).rejects.toMatchObject({
      code: 'data_folder_unreachable',
      hint: { en: expect.stringContaining('chmod o+x') },
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('refuses an account that does not exist', async () => {
    process.env['CORDEE_PG_USER'] = 'no-such-account';
    try {
      await expect(start()).rejects.toMatchObject({ code: 'database_account_missing' });
    } finally {
      delete process.env['CORDEE_PG_USER'];
    }
  });

  it('works when started by an ordinary user, whose cluster root then runs under that user', async () => {
    chmodSync(home, 0o777);
    const nobody = { uid: 65_534, gid: 65_534 };
    const starter = startElsewhere(nobody);
    expect(await starter.next()).toMatchObject({ adopted: false, uid: nobody.uid });
    starter.child.stdin?.write('stop\n');
    await once(starter.child, 'exit');
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const database = await start();
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(nobody.uid);
  });

  it('tells an ordinary user that the folder belongs to another account', async () => {
    const first = await startAgain();
    await first.stop();
    const starter = startElsewhere({ uid: 65_534, gid: 65_534 });
    expect(await starter.next()).toMatchObject({ code: 'data_folder_not_ours' });
  });
});
