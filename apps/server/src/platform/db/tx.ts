import type { PoolClient, QueryResult } from 'pg';
import { NO_ROWS } from './binary-rows.ts';
import { asUnavailable } from './connection-errors.ts';
import type { Line } from './line.ts';
import type { Statement } from './message.ts';
import { kyselyOver, refuseControl } from './queryable.ts';
import type { Queryable } from './queryable.ts';

const OPEN = Symbol('open transaction');

/**
 * An open transaction. Statements asked for without waiting for each other (`Promise.all`) travel to the server together and are
 * run in that order. Once it has ended, every use of it throws `TransactionEnded`.
 */
export interface Tx extends Queryable {
  readonly [OPEN]: true;
  /**
   * Copies rows into `target` ("table (columns)"), in its place among the other statements: a text in COPY's text format, or
   * bytes in its binary one.
   */
  copy(target: string, rows: string | Buffer): Promise<void>;
}

export class TransactionEnded extends Error {
  override readonly name = 'TransactionEnded';

  constructor() {
    super('this transaction has ended: nothing more can be done in it');
  }
}

/** The holder's side of a transaction. */
export interface TxScope {
  readonly tx: Tx;
  readonly line: Line;
  /** Before the commit: nothing more can be asked for; resolves once all that was has been run, waited for or not. */
  readonly finish: () => Promise<void>;
  /** Of the first statement that failed. */
  readonly failure: () => unknown;
  /** Before undoing: what has not been run yet is refused; resolves once nothing runs. */
  readonly abandon: () => Promise<void>;
}

const scopes = new WeakMap<Tx, TxScope>();

export function scopeOf(tx: Tx): TxScope {
  const scope = scopes.get(tx);
  if (scope === undefined) throw new Error('this transaction was not opened here');
  return scope;
}

/** A transaction whose statements go over `line`, for as long as it is open; if `prepared`, planned now and then instead of every time. */
export function scopeOver(line: Line, prepared = false): TxScope {
  let open = true;
  let abandoned = false;
  let running = 0;
  let failure: unknown;
  let idle = Promise.withResolvers<void>();
  const mustBeOpen = (): void => {
    if (!open) throw new TransactionEnded();
  };
  const mayRun = (): void => {
    if (abandoned) throw new TransactionEnded();
  };
  async function counted<T>(work: () => Promise<T>): Promise<T> {
    mustBeOpen();
    running += 1;
    try {
      return await work();
    } catch (error) {
      failure ??= error;
      throw asUnavailable(error);
    } finally {
      running -= 1;
      if (running === 0) idle.resolve();
    }
  }
  const send = (statement: Statement): Promise<QueryResult> => counted(() => line.send(statement, mayRun));
  const run = async (text: string, values: readonly unknown[]): Promise<QueryResult> => {
    refuseControl(text);
    return send({ text, values, prepared });
  };
  let kysely: Tx['kysely'] | undefined;
  const tx: Tx = {
    [OPEN]: true,
    get kysely() {
      return (kysely ??= kyselyOver(async () => ({ run, release: () => undefined })));
    },
    raw: <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => counted(() => line.alone(work, mayRun)),
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return (await run(text, values)).rows as Row[];
    },
    async copy(target, rows) {
      if (rows.length === (typeof rows === 'string' ? 0 : NO_ROWS)) return;
      await send({ text: `copy ${target} from stdin${typeof rows === 'string' ? '' : ' (format binary)'}`, rows });
    },
  };
  async function close(): Promise<void> {
    open = false;
    idle = Promise.withResolvers<void>();
    if (running > 0) await idle.promise;
  }
  const scope: TxScope = {
    tx,
    line,
    finish: close,
    failure: () => failure,
    abandon() {
      abandoned = true;
      return close();
    },
  };
  scopes.set(tx, scope);
  return scope;
}

/** Runs `work` in an open transaction; nothing runs any more when it rejects. */
export async function runIn<T>({ tx, abandon }: TxScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(tx);
  } catch (error) {
    await abandon();
    throw error;
  }
}
