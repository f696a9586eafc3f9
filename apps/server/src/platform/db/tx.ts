import type { PoolClient, QueryResult } from 'pg';
import { asUnavailable } from './connection-errors.ts';
import { kyselyOver, refuseControl } from './queryable.ts';
import type { Queryable } from './queryable.ts';

const OPEN = Symbol('open transaction');

/** An open transaction. Once it has ended, every use of it throws `TransactionEnded`. */
export interface Tx extends Queryable {
  readonly [OPEN]: true;
}

export class TransactionEnded extends Error {
  override readonly name = 'TransactionEnded';

  constructor() {
    super('this transaction has ended: nothing more can be done in it');
  }
}

/** The holder's side of a transaction: the door is shut before the commit, and waits for what still runs. */
export interface TxScope {
  readonly tx: Tx;
  readonly exclusively: <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>;
  readonly end: () => Promise<void>;
}

const scopes = new WeakMap<Tx, TxScope>();

export function scopeOf(tx: Tx): TxScope {
  const scope = scopes.get(tx);
  if (scope === undefined) throw new Error('this transaction was not opened here');
  return scope;
}

type Exclusively = TxScope['exclusively'];

/** One connection serves one statement at a time; callers may overlap, so they queue here. */
export function openScope(client: PoolClient): TxScope {
  let tail: Promise<unknown> = Promise.resolve();
  const queue: Exclusively = (work) => {
    const result = tail.then(() => work(client));
    tail = result.catch(() => undefined);
    return result;
  };
  return scopeOver(queue);
}

/** A transaction whose statements go through `queue`, for as long as it is open. */
export function scopeOver(queue: Exclusively): TxScope {
  let open = true;
  let running = 0;
  let idle = Promise.withResolvers<void>();
  const exclusively: Exclusively = async (work) => {
    if (!open) throw new TransactionEnded();
    running += 1;
    try {
      return await queue((client) => {
        if (!open) throw new TransactionEnded();
        return work(client);
      });
    } catch (error) {
      throw asUnavailable(error);
    } finally {
      running -= 1;
      if (running === 0) idle.resolve();
    }
  };
  const run = async (text: string, values: readonly unknown[]): Promise<QueryResult> => {
    refuseControl(text);
    return exclusively((client) => client.query(text, [...values]));
  };
  const kysely = kyselyOver(async () => ({ run, release: () => undefined }));
  const tx: Tx = {
    [OPEN]: true,
    kysely,
    raw: exclusively,
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return (await run(text, values)).rows as Row[];
    },
  };
  const scope: TxScope = {
    tx,
    exclusively,
    async end() {
      open = false;
      idle = Promise.withResolvers<void>();
      if (running > 0) await idle.promise;
    },
  };
  scopes.set(tx, scope);
  return scope;
}
