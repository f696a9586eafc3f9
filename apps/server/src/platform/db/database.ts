import { once } from 'node:events';
import type { Kysely } from 'kysely';
import { Pool, escapeIdentifier } from 'pg';
import type { ClientBase, CustomTypesConfig, PoolClient } from 'pg';
import { asUnavailable, isConnectionLost } from './connection-errors.ts';
import { PlatformError } from './platform-error.ts';
import { kyselyOver, refuseControl } from './queryable.ts';
import type { Queryable } from './queryable.ts';
import type { Tables } from './tables.gen.ts';
import { openLine, type Line } from './line.ts';
import { StatementSkipped, type Statement } from './message.ts';
import { runIn, scopeOver } from './tx.ts';
import type { Tx } from './tx.ts';
import { typeParsers } from './type-parsers.ts';

export type { Tx } from './tx.ts';

export interface TransactionOptions {
  /** PostgreSQL's own default, read committed, unless said otherwise. */
  readonly isolation?: 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** As `withWorkspace` from the first statement on. */
  readonly workspaceId?: string;
  /** Sees exactly what this other one sees, which must be open and `repeatable read`; so is then this one. */
  readonly snapshotOf?: Tx;
  /** The same, by what `exportSnapshot` gave: also in another thread. The other one must be open until this one has begun. */
  readonly snapshot?: string;
  /**
   * Every statement of it finds its rows by an index. They are planned now and then instead of every time, and never read a table
   * through, not even one that was empty when they were planned and has grown since.
   */
  readonly lookUps?: boolean;
}

/** How to connect, for whoever opens the same database elsewhere, such as a thread. */
export type DatabaseAddress = Pick<DatabaseOptions, 'url' | 'role'>;

export interface Database extends Queryable {
  /** Null inside an open transaction: nobody else sees what it sees. */
  readonly address: DatabaseAddress | null;
  /** Called through `transaction`. */
  runTransaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections held at once; 10 unless said otherwise. */
  readonly max?: number;
  /** Role each connection acts as, granted to the login of the url. */
  readonly role?: string;
  /** Told of connections lost while idle; the next use simply gets another one. */
  readonly onIdleError?: (error: Error) => void;
}

/** Role the application acts as; migrations and tools act as the login of the url, who owns the tables. */
export const APPLICATION_ROLE = 'cordee_app';

/** Until the transaction ends. */
export const SET_WORKSPACE = `select set_config('cordee.workspace_id', $1, true)`;

/** The plan that is kept is one for tables that are large. */
const PLAN_LOOK_UPS = `select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

const CONNECT_TIMEOUT_MS = 5000;

/**
 * A pool of connections to `url`. Nothing is connected yet. Values: int8 as `bigint`, timestamptz as epoch milliseconds,
 * date as 'YYYY-MM-DD', numeric as text, jsonb parsed. When the database is away, every call rejects with `DatabaseUnavailable`.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options, typeParsers);
  const open = new Set<ClientBase>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  const lend = async () => {
    const client = await acquire(pool);
    let failure: Error | undefined;
    const run = async (text: string, values: readonly unknown[]) => {
      try {
        refuseControl(text);
        return await client.query(text, [...values]);
      } catch (error) {
        if (error instanceof Error && isConnectionLost(error)) failure = error;
        throw asUnavailable(error);
      }
    };
    return { client, run, release: () => client.release(failure) };
  };
  const kysely: Kysely<Tables> = kyselyOver(lend);
  const { url, role } = options;
  return {
    address: role === undefined ? { url } : { url, role },
    kysely,
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { run, release } = await lend();
      try {
        return (await run(text, values)).rows as Row[];
      } finally {
        release();
      }
    },
    async raw(work) {
      const client = await acquire(pool);
      let failure: Error | undefined;
      try {
        return await work(client);
      } catch (error) {
        // A COPY broken off midway leaves the connection in the middle of it.
        failure = error instanceof Error ? error : new Error('raw work failed', { cause: error });
        throw asUnavailable(error);
      } finally {
        client.release(failure);
      }
    },
    runTransaction: (work, settings) => runInPool(pool, work, settings),
    close: () => closePool(pool, open),
  };
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. The `Tx` cannot be used afterwards.
 * Rejects with `DatabaseUnavailable` when the connection is lost; its `outcome` is `unknown` if that happened during the commit.
 */
export function transaction<T>(db: Database, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return db.runTransaction(work, options);
}

/** Lets row-level security see the rows of this workspace, and no others, until the transaction ends. */
export async function withWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(SET_WORKSPACE, [workspaceId]);
}

/** A bare pool with the driver's own value types, for libraries that bring their own SQL. Its errors never end the process. */
export function openPlainPool(options: DatabaseOptions): Pool {
  return openPool(options, undefined);
}

function openPool(options: DatabaseOptions, types: CustomTypesConfig | undefined): Pool {
  const role = options.role === undefined ? '' : `; set role ${escapeIdentifier(options.role)}`;
  const session = `set time zone 'UTC'; set datestyle to 'ISO'; set idle_in_transaction_session_timeout to '5min'${role}`;
  // The pool waits for the promise, though its types say void.
  const greet = (client: ClientBase) => beginSession(client, session, options.role);
  const pool = new Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'cordee',
    ...(types === undefined ? {} : { types }),
    onConnect: greet as unknown as (client: ClientBase) => void,
  });
  pool.on('error', options.onIdleError ?? ((error) => console.error(`cordee: idle database connection lost: ${error.message}`)));
  // A connection lost while lent, between two statements, has no other listener; the next statement on it reports the loss.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function beginSession(client: ClientBase, session: string, role: string | undefined): Promise<void> {
  try {
    await client.query(session);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (role === undefined || (code !== '42501' && code !== '22023')) throw error;
    throw new PlatformError(
      {
        code: 'database_role_refused',
        sentence: {
          en: `The database login may not act as the role ${role}.`,
          fr: `Le compte de connexion à la base ne peut pas agir sous le rôle ${role}.`,
        },
        hint: {
          en: `Run the migrations; if they cannot make the role, let an administrator run: create role ${role}; grant ${role} to <login>;`,
          fr: `Lancez les migrations ; si elles ne peuvent pas créer le rôle, demandez à un administrateur d’exécuter : create role ${role}; grant ${role} to <compte>;`,
        },
      },
      { cause: error },
    );
  }
}

/** The pool's own end does not wait for its connections to be closed. */
async function closePool(pool: Pool, open: ReadonlySet<ClientBase>): Promise<void> {
  await pool.end();
  while (open.size > 0) await once(pool, 'remove');
}

async function acquire(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function runInPool<T>(pool: Pool, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const { snapshot, snapshotOf } = options;
  const statements = beginStatements(options, snapshotOf === undefined ? (snapshot ?? null) : await exportSnapshot(snapshotOf));
  const client = await acquire(pool);
  let broken: Error | undefined;
  let step: 'work' | 'commit' = 'work';
  const line = openLine(client);
  try {
    // Not waited for: it travels with the first statements of the work, which are not run when it fails.
    const begun = Promise.all(statements.map((statement) => line.send(statement)));
    begun.catch(() => undefined);
    const scope = scopeOver(line, options.lookUps === true);
    const result = await runIn(scope, work);
    step = 'commit';
    // It travels with what the work did not wait for, and is not run when that fails.
    const [done] = await Promise.all([line.send({ text: 'commit' }), scope.finish(), begun]);
    if (done.command === 'ROLLBACK') throw new RolledBack(scope.failure());
    return result;
  } catch (error) {
    broken = await rollBack(line);
    throw asUnavailable(causeOf(error), step === 'commit' ? 'unknown' : 'nothing_kept');
  } finally {
    client.release(broken);
  }
}

class RolledBack extends Error {
  override readonly name = 'RolledBack';

  constructor(cause: unknown) {
    super('the transaction was rolled back: an earlier statement in it had failed', { cause });
  }
}

/** What kept a statement from being run says more than that it was not. */
function causeOf(error: unknown): unknown {
  return error instanceof StatementSkipped ? error.cause : error;
}

/** In its place on the line: work that fails before its first statement would otherwise be undone before it was begun. */
async function rollBack(line: Line): Promise<Error | undefined> {
  try {
    await line.alone((client) => client.query('rollback'));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed', { cause: error });
  }
}

/** What an open transaction sees, by name: others may begin from it while it is open (`snapshot`). */
export async function exportSnapshot(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select pg_export_snapshot() as id');
  if (row === undefined) throw new Error('the snapshot has no name');
  return row.id;
}

function beginStatements(
  { isolation, readOnly, workspaceId, lookUps }: TransactionOptions,
  snapshot: string | null,
): Statement[] {
  const level = snapshot === null ? isolation : 'repeatable read';
  const text = `begin${level === undefined ? '' : ` isolation level ${level}`}${readOnly === true ? ' read only' : ''}`;
  return [
    { text },
    ...(snapshot === null ? [] : [{ text: `set transaction snapshot '${snapshot}'` }]),
    ...(workspaceId === undefined ? [] : [{ text: SET_WORKSPACE, values: [workspaceId], prepared: true }]),
    ...(lookUps === true ? [{ text: PLAN_LOOK_UPS, prepared: true }] : []),
  ];
}
