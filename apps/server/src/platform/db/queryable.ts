import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresPoolClient } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import type { Tables } from './tables.gen.ts';

/** What reads may be given: a transaction, or the database itself (each statement then stands alone). */
export interface Queryable {
  readonly kysely: Kysely<Tables>;
  /** One statement with $1, $2 … parameters; its rows. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Lends the bare `pg` connection for what needs it (COPY). Inside `work` use only that client: statements through the
   * lender would wait for it forever. Transaction commands are the lender's business.
   */
  raw<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
}

export type RunStatement = (text: string, values: readonly unknown[]) => Promise<QueryResult>;

const CONTROL = /^\s*(?:begin|start\s+transaction|commit|end|rollback|abort|savepoint|release)\b/i;

/** Transactions have one door, `transaction`, which knows when they end. */
export function refuseControl(text: string): void {
  if (CONTROL.test(text)) throw new Error(`transactions are opened with transaction(), not with "${text.trim()}"`);
}

interface Lent {
  readonly run: RunStatement;
  readonly release: () => void;
}

/** A Kysely whose every statement goes through the client that `lend` hands out. */
export function kyselyOver(lend: () => Promise<Lent>): Kysely<Tables> {
  const connect = async () => {
    const { run, release } = await lend();
    const query = (text: string, values: readonly unknown[]) => run(text, values);
    return { query, release } as unknown as PostgresPoolClient;
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect, end: async () => undefined, options: {} } }) });
}
