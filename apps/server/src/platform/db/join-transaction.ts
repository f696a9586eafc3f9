import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import { SET_WORKSPACE } from './database.ts';
import type { Database, TransactionOptions } from './database.ts';
import { kyselyOver, refuseControl } from './queryable.ts';
import { runIn, scopeOf, scopeOver } from './tx.ts';
import type { Tx } from './tx.ts';

/**
 * A `Database` inside an open transaction: its transactions become savepoints and its lone statements are isolated, so that
 * code which opens transactions can be run and then undone as a whole. Its transactions follow one another; one inside
 * another throws (on a real database they would be two connections). `close` does nothing. Constraints that are deferred
 * to the commit are not checked, and `now()` stands still.
 */
export function joinTransaction(outer: Tx): Database {
  const { line } = scopeOf(outer);
  const inside = new AsyncLocalStorage<true>();
  let tail: Promise<unknown> = Promise.resolve();
  let number = 0;

  async function runSavepoint<T>(work: (tx: Tx) => Promise<T>, { workspaceId }: TransactionOptions): Promise<T> {
    number += 1;
    const name = `joined_${number}`;
    await line.alone((client) => client.query(`savepoint ${name}`));
    const scope = scopeOver(line);
    try {
      if (workspaceId !== undefined) await line.send({ text: SET_WORKSPACE, values: [workspaceId] });
      const result = await inside.run(true, () => runIn(scope, work));
      await scope.finish();
      // As after a commit, the workspace is no longer set.
      await line.alone((client) => client.query(`release savepoint ${name}; select set_config('cordee.workspace_id', '', true)`));
      return result;
    } catch (error) {
      await line.alone((client) => client.query(`rollback to savepoint ${name}; release savepoint ${name}`));
      throw error;
    }
  }

  const raw = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => line.alone((client) => isolated(client, work));
  const run = async (text: string, values: readonly unknown[]) => {
    refuseControl(text);
    return raw((client) => client.query(text, [...values]));
  };
  return {
    address: null,
    kysely: kyselyOver(async () => ({ run, release: () => undefined })),
    raw,
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return (await run(text, values)).rows as Row[];
    },
    async runTransaction(work, options) {
      // What sees the same is the same here: there is but one connection.
      if (options.snapshotOf !== undefined) return work(options.snapshotOf);
      if (inside.getStore() === true) throw new Error('a transaction inside a transaction: hand the open one on instead');
      const result = tail.then(() => runSavepoint(work, options));
      tail = result.catch(() => undefined);
      return result;
    },
    close: async () => undefined,
  };
}

async function isolated<T>(client: PoolClient, work: (client: PoolClient) => Promise<T>): Promise<T> {
  await client.query('savepoint lone_statement');
  try {
    const result = await work(client);
    await client.query('release savepoint lone_statement');
    return result;
  } catch (error) {
    await client.query('rollback to savepoint lone_statement; release savepoint lone_statement');
    throw error;
  }
}
