import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { afterAll, inject } from 'vitest';
import { APPLICATION_ROLE, joinTransaction, openDatabase, transaction } from '../src/platform/db/index.ts';
import type { Database } from '../src/platform/db/index.ts';

/** A migrated database of the run's server. */
export interface TestDatabase {
  /** Acts as the application's role, as in production: row-level security holds. */
  readonly db: Database;
  /** Acts as the owner of the tables, for what a test must arrange or see past the application's rights. */
  readonly owner: Database;
  readonly url: string;
}

const DUPLICATE_DATABASE = '42P04';

let shared: Promise<TestDatabase> | undefined;
let crowded: Promise<TestDatabase> | undefined;

/** The database of this worker, made on first use and shared by all its tests: only for tests that leave nothing behind. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= openShared('worker');
  return shared;
}

/** Another database of this worker, shared by tests that commit: each must look at its own workspace only. */
export function crowdedDatabase(): Promise<TestDatabase> {
  crowded ??= openShared('crowded');
  return crowded;
}

/**
 * Runs `test` in a transaction that is rolled back at the end. `db` behaves as a database: transactions opened on it become
 * savepoints. It acts as the application's role; see `joinTransaction` for what differs from a real one.
 */
export async function inRollback<T>(test: (db: Database) => Promise<T>): Promise<T> {
  const { db } = await testDatabase();
  const undone = new Error('undone');
  let result: { value: T } | undefined;
  try {
    await transaction(db, async (tx) => {
      result = { value: await test(joinTransaction(tx)) };
      throw undone;
    });
  } catch (error) {
    if (error !== undone || result === undefined) throw error;
  }
  if (result === undefined) throw new Error('the test did not run');
  return result.value;
}

/** A database of its own for `test`, dropped afterwards: for concurrency, commits, and tests of what others must not see. */
export async function freshDatabase<T>(test: (database: TestDatabase) => Promise<T>): Promise<T> {
  const name = `cordee_fresh_${randomBytes(6).toString('hex')}`;
  await copyTemplate(name);
  const database = open(name);
  try {
    return await test(database);
  } finally {
    await close(database);
    await maintain((client) => client.query(`drop database ${escapeIdentifier(name)} with (force)`));
  }
}

/** An empty database, not even migrated, dropped after `test`. */
export async function emptyDatabase<T>(test: (url: string) => Promise<T>): Promise<T> {
  const name = `cordee_empty_${randomBytes(6).toString('hex')}`;
  await maintain((client) => client.query(`create database ${escapeIdentifier(name)}`));
  try {
    return await test(urlOf(name));
  } finally {
    await maintain((client) => client.query(`drop database ${escapeIdentifier(name)} with (force)`));
  }
}

async function openShared(kind: string): Promise<TestDatabase> {
  const name = `cordee_${kind}_${process.env['VITEST_POOL_ID'] ?? '0'}`;
  try {
    await copyTemplate(name);
  } catch (error) {
    // A former file of this worker made it.
    if (!(error instanceof Error && 'code' in error && error.code === DUPLICATE_DATABASE)) throw error;
  }
  return open(name);
}

// A worker of the test runner ends without closing sockets; a file that used the shared database closes it.
afterAll(async () => {
  const opened = [shared, crowded];
  shared = undefined;
  crowded = undefined;
  for (const database of opened) if (database !== undefined) await close(await database);
});

function open(name: string): TestDatabase {
  const url = urlOf(name);
  return { url, db: openDatabase({ url, max: 8, role: APPLICATION_ROLE }), owner: openDatabase({ url, max: 2 }) };
}

async function close({ db, owner }: TestDatabase): Promise<void> {
  await db.close();
  await owner.close();
}

function urlOf(name: string): string {
  const url = new URL(inject('postgres').url);
  url.pathname = `/${name}`;
  return url.href;
}

async function copyTemplate(name: string): Promise<void> {
  const template = escapeIdentifier(inject('postgres').template);
  // Copied as files: a third of the time of a copy through the log.
  await maintain((client) => client.query(`create database ${escapeIdentifier(name)} template ${template} strategy file_copy`));
}

async function maintain(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: inject('postgres').url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
