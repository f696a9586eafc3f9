import type { Database, Tx } from '../src/platform/db/index.ts';

/** The process is no more; the database may have kept what it had begun. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface Mortal {
  readonly db: Database;
  /** Whether it lived to the end. */
  readonly survived: () => boolean;
}

/**
 * The database as a process sees it that loses everything at one moment of its work, counted from 1: before each statement, before each
 * commit (the server ends its connection, as when a machine stops), and right after each commit, when nobody hears of it any more.
 */
export function mortalDatabase(db: Database, owner: Database, diesAt: number): Mortal {
  let moment = 0;
  let isDead = false;
  const isLast = () => {
    moment += 1;
    isDead ||= moment === diesAt;
    return moment === diesAt;
  };
  const runTransaction: Database['runTransaction'] = async (work, options) => {
    if (isDead) throw new Killed();
    const result = await db.runTransaction(async (tx) => {
      const query: Tx['query'] = tx.query.bind(tx);
      let dying: Promise<unknown> = Promise.resolve();
      const loseConnection = async () => {
        const [own] = await query<{ pid: number }>('select pg_backend_pid() as pid');
        await owner.query('select pg_terminate_backend($1, 5000)', [own?.pid]);
      };
      const mortal =
        <Given extends unknown[], Answer>(own: (...given: Given) => Promise<Answer>) =>
        (...given: Given): Promise<Answer> => {
          if (!isLast()) return own(...given);
          // Whoever does not wait for it: the transaction is lost all the same.
          const last = loseConnection().then(() => own(...given));
          dying = last;
          last.catch(() => undefined);
          return last;
        };
      const patched: Partial<Tx> = { query: mortal(query) as Tx['query'], copy: mortal(tx.copy.bind(tx)) };
      Object.assign(tx, patched);
      const answer = await work(tx);
      await dying;
      if (isLast()) await loseConnection();
      return answer;
    }, options);
    if (isLast()) throw new Killed();
    return result;
  };
  const mortal = new Proxy(db, {
    get(target, name) {
      if (name === 'runTransaction') return runTransaction;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { db: mortal, survived: () => !isDead };
}
