import { sql } from 'kysely';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { describe, expect, inject, it } from 'vitest';
import { emptyDatabase, freshDatabase, inRollback, testDatabase } from '../../../test/database.ts';
import { DatabaseUnavailable, TransactionEnded, openDatabase, transaction, withWorkspace } from './index.ts';
import type { Tx } from './index.ts';

describe('values', () => {
  it('reads exact values in the types the code works with', async () => {
    const { db } = await testDatabase();
    const [row] = await db.query(`select 9007199254740993::int8 as big, '2026-03-29 01:59:59.9995+01'::timestamptz as at,
      date '2026-03-29' as day, '{"a": [1, null]}'::jsonb as json, array[1, null]::int8[] as bigs, '{{1,2},{3,4}}'::int8[] as grid,
      array['1970-01-01 00:00:00+00']::timestamptz[] as ats, array[date '2026-01-01'] as days, 12345678901234567890.5::numeric as exact`);
    expect(row).toEqual({
      big: 9007199254740993n,
      at: Date.UTC(2026, 2, 29, 0, 59, 59, 999),
      day: '2026-03-29',
      json: { a: [1, null] },
      bigs: [1n, null],
      grid: [
        [1n, 2n],
        [3n, 4n],
      ],
      ats: [0],
      days: ['2026-01-01'],
      exact: '12345678901234567890.5',
    });
  });

  it('reads the far ends of time', async () => {
    const { db } = await testDatabase();
    const [row] = await db.query(`select 'infinity'::timestamptz as ever, '-infinity'::timestamptz as never,
      '0044-03-15 12:00:00+00 BC'::timestamptz as ides, '12026-01-01 00:00:00+00'::timestamptz as far`);
    expect(row).toEqual({
      ever: Number.POSITIVE_INFINITY,
      never: Number.NEGATIVE_INFINITY,
      ides: Date.parse('-000043-03-15T12:00:00Z'),
      far: Date.parse('+012026-01-01T00:00:00Z'),
    });
  });

  it('writes bigint, Date and bytes back as they were read', async () => {
    const { db } = await testDatabase();
    const at = new Date(1_795_458_861_004);
    const bytes = Buffer.from([0, 255]);
    const rows = await db.query('select $1::int8 as big, $2::timestamptz as at, $3::bytea as bytes', [-(2n ** 63n), at, bytes]);
    expect(rows).toEqual([{ big: -(2n ** 63n), at: at.getTime(), bytes }]);
  });

  it('leaves the parsers of other connections alone', async () => {
    const { url } = await testDatabase();
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(`select 1::int8 as big, '1970-01-01 00:00:00+00'::timestamptz as at`);
    await client.end();
    expect(rows).toEqual([{ big: '1', at: new Date(0) }]);
  });

  it('acts as the application role', async () => {
    const { db, owner } = await testDatabase();
    expect(await db.query('select current_user::text as name')).toEqual([{ name: 'cordee_app' }]);
    expect(await owner.query('select current_user::text as name')).toEqual([{ name: 'cordee' }]);
    await expect(db.query('create table forbidden (id int)')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('transactions', () => {
  it('commits what returns and rolls back what throws', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (body text)');
      await owner.query('grant select, insert on note to cordee_app');
      await transaction(db, (tx) => tx.query(`insert into note values ('kept')`));
      const refused = transaction(db, async (tx) => {
        await tx.query(`insert into note values ('undone')`);
        throw new Error('no');
      });
      await expect(refused).rejects.toThrow('no');
      expect(await db.query('select body from note')).toEqual([{ body: 'kept' }]);
    });
  });

  it('is over when its work fails before the first statement', async () => {
    await freshDatabase(async ({ url }) => {
      const db = openDatabase({ url, max: 1 });
      const refused = transaction(db, () => Promise.reject(new Error('refused')), { readOnly: true });
      await expect(refused).rejects.toThrow('refused');
      const refusedAtOnce = transaction(
        db,
        () => {
          throw new Error('refused at once');
        },
        { readOnly: true, isolation: 'serializable' },
      );
      await expect(refusedAtOnce).rejects.toThrow('refused at once');
      await transaction(db, (tx) => tx.query('create table written ()'));
      expect(await db.query('select now() = statement_timestamp() as alone')).toEqual([{ alone: true }]);
      await db.close();
    });
  });

  it('refuses every use after the end', async () => {
    const { db } = await testDatabase();
    let kept: Tx | undefined;
    await transaction(db, async (tx) => {
      kept = tx;
    });
    await expect(kept?.query('select 1')).rejects.toThrow(TransactionEnded);
    await expect(kept?.raw(async () => 1)).rejects.toThrow(TransactionEnded);
    await expect(kept?.kysely.selectFrom('cordee_migration').selectAll().execute()).rejects.toThrow(TransactionEnded);
  });

  it('does not commit before all that was asked for is done, waited for or not', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (body text)');
      await owner.query('grant select, insert on note to cordee_app');
      const started = Promise.withResolvers<void>();
      const forgotten = await transaction(db, async (tx) => {
        const first = tx.raw(async (client) => {
          started.resolve();
          await client.query(`insert into note select 'first' from pg_sleep(0.05)`);
        });
        const second = tx.query(`insert into note values ('second')`);
        const settled = Promise.allSettled([first, second]);
        await started.promise;
        return { settled };
      });
      expect((await forgotten.settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(await db.query('select body from note')).toEqual([{ body: 'first' }, { body: 'second' }]);
    });
  });

  it('is not committed when something nobody waited for has failed', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (body text)');
      await owner.query('grant select, insert on note to cordee_app');
      const work = transaction(db, async (tx) => {
        void tx.query(`insert into note values ('lost')`).catch(() => undefined);
        void tx.copy('note (nothing)', 'x\n').catch(() => undefined);
      });
      // What failed is told, not that the commit was not run.
      await expect(work).rejects.toMatchObject({ code: '42703' });
      expect(await db.query('select body from note')).toEqual([]);
    });
  });

  it('prepares look-ups once, and prepares them again after a failure', async () => {
    const { db } = await testDatabase();
    const lookUp = (divisor: number) =>
      transaction(db, (tx) => tx.query<{ n: number }>('select 10 / $1::int4 as n', [divisor]), { lookUps: true });
    for (const divisor of [1, 2, 5]) expect(await lookUp(divisor)).toEqual([{ n: 10 / divisor }]);
    await expect(lookUp(0)).rejects.toMatchObject({ code: '22012' });
    await expect(lookUp(0)).rejects.toMatchObject({ code: '22012' });
    expect(await lookUp(10)).toEqual([{ n: 1 }]);
  });

  it('reads no table through in a transaction of look-ups, though it was empty when they were planned', async () => {
    await freshDatabase(async ({ url }) => {
      const db = openDatabase({ url, max: 1 });
      await db.query('create table grown (id int primary key)');
      const find = (id: number) =>
        transaction(
          db,
          async (tx) => {
            const scans = `select coalesce(sum(seq_scan), 0)::int8 as scans from pg_stat_xact_user_tables where relname = 'grown'`;
            const [before] = await tx.query<{ scans: bigint }>(scans);
            const found = await tx.query('select id from grown where id = $1', [id]);
            const [after] = await tx.query<{ scans: bigint }>(scans);
            return { found, scans: (after?.scans ?? 0n) - (before?.scans ?? 0n) };
          },
          { lookUps: true },
        );
      expect(await find(1)).toEqual({ found: [], scans: 0n });
      await db.query('insert into grown select generate_series(1, 5000)');
      expect(await find(4000)).toEqual({ found: [{ id: 4000 }], scans: 0n });
      await db.close();
    });
  });

  it('refuses what has not been run yet once the work has failed', async () => {
    const { db } = await testDatabase();
    let queued: Promise<unknown> | undefined;
    const work = transaction(db, async (tx) => {
      const running = tx.raw((client) => client.query('select pg_sleep(0.01)'));
      running.catch(() => undefined);
      queued = tx.query('select 1');
      queued.catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await expect(queued).rejects.toThrow(TransactionEnded);
  });

  it('sends together what is asked for together, in that order, and skips what stands behind a failure', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (number int primary key, body text)');
      await owner.query('grant select, insert on note to cordee_app');
      const seen = await transaction(db, (tx) =>
        Promise.all([
          tx.copy('note (number, body)', '1\tone\n2\ttwo \\\\ \\t\n'),
          tx.query<{ body: string }>('select body from note where number = $1', [2]),
          tx.copy('note (number, body)', '3\tthree\n'),
          tx.query<{ numbers: number[]; many: bigint }>(
            'select array_agg(number order by number) as numbers, count(*) as many from note',
          ),
        ]),
      );
      expect(seen).toEqual([undefined, [{ body: 'two \\ \t' }], undefined, [{ numbers: [1, 2, 3], many: 3n }]]);
      const outcomes = await transaction(db, async (tx) => {
        const all = await Promise.allSettled([
          tx.query('select 1 as one'),
          tx.copy('note (number, body)', '9\tnine\n1\tagain\n'),
          tx.query('select 2'),
        ]);
        return Promise.reject(Object.assign(new Error('seen'), { all }));
      }).catch((error: { all: PromiseSettledResult<unknown>[] }) => error.all);
      expect(outcomes).toEqual([
        { status: 'fulfilled', value: [{ one: 1 }] },
        { status: 'rejected', reason: expect.objectContaining({ code: '23505' }) },
        { status: 'rejected', reason: expect.objectContaining({ name: 'StatementSkipped' }) },
      ]);
      expect(await db.query('select count(*)::int as many from note')).toEqual([{ many: 3 }]);
    });
  });

  it('refuses a value that cannot be sent, and goes on being usable', async () => {
    const { db } = await testDatabase();
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(transaction(db, (tx) => tx.query('select $1::json', [circle]))).rejects.toThrow(/circular/i);
    expect(await transaction(db, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('says so when a swallowed failure makes the commit impossible', async () => {
    const { db } = await testDatabase();
    const work = transaction(db, async (tx) => {
      await tx.query('select 1/0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
  });

  it('lets overlapping statements queue on the one connection', async () => {
    const { db } = await testDatabase();
    const numbers = await transaction(db, (tx) =>
      Promise.all([1, 2, 3].map((number) => tx.query<{ number: number }>('select $1::int4 as number', [number]))),
    );
    expect(numbers.flat()).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('opens and ends transactions through one door only', async () => {
    const { db } = await testDatabase();
    await expect(db.query('begin')).rejects.toThrow('transaction()');
    await expect(transaction(db, (tx) => tx.query('  COMMIT'))).rejects.toThrow('transaction()');
    await expect(db.kysely.transaction().execute(async () => 1)).rejects.toThrow('transaction()');
  });

  it('honours isolation and read-only', async () => {
    const { db } = await testDatabase();
    const work = (tx: Tx) =>
      tx.query(
        `select current_setting('transaction_isolation') as isolation, current_setting('transaction_read_only') as "readOnly"`,
      );
    expect(await transaction(db, work, { isolation: 'serializable', readOnly: true })).toEqual([
      { isolation: 'serializable', readOnly: 'on' },
    ]);
  });

  it('scopes the workspace to the transaction', async () => {
    const { db } = await testDatabase();
    const setting = `select current_setting('cordee.workspace_id', true) as id`;
    await transaction(db, async (tx) => {
      await withWorkspace(tx, 'w1');
      expect(await tx.query(setting)).toEqual([{ id: 'w1' }]);
    });
    const [after] = await transaction(db, (tx) => tx.query<{ id: string | null }>(setting));
    expect(after?.id ?? '').toBe('');
  });

  it('lends the bare connection for COPY, inside the transaction', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (body text)');
      await owner.query('grant select, insert on note to cordee_app');
      const count = await transaction(db, async (tx) => {
        await tx.raw((client) => pipeline(Readable.from(['one\n', 'two\n']), client.query(copyFrom('copy note from stdin'))));
        const { rows } = await sql<{ count: bigint }>`select count(*) as count from note`.execute(tx.kysely);
        return rows[0]?.count;
      });
      expect(count).toBe(2n);
    });
  });
});

describe('two transactions of one snapshot', () => {
  const counted = async (tx: Tx) => (await tx.query<{ count: bigint }>('select count(*) as count from note'))[0]?.count;

  it('see the same, whatever is committed meanwhile', async () => {
    await freshDatabase(async ({ db, owner }) => {
      await owner.query('create table note (body text)');
      await owner.query('grant select, insert on note to cordee_app');
      const [seen, beside] = await transaction(
        db,
        async (tx) => {
          const before = await counted(tx);
          await owner.query(`insert into note values ('later')`);
          return [before, await transaction(db, counted, { snapshotOf: tx, readOnly: true })];
        },
        { isolation: 'repeatable read', readOnly: true },
      );
      expect([seen, beside]).toEqual([0n, 0n]);
      expect(await transaction(db, counted)).toBe(1n);
    });
  });

  it('are one where there is but one connection', () =>
    inRollback(async (db) => {
      const same = await transaction(db, (tx) => transaction(db, async (beside) => beside === tx, { snapshotOf: tx }));
      expect(same).toBe(true);
    }));
});

describe('a database that is away', () => {
  it('rejects with DatabaseUnavailable when nothing listens', async () => {
    const db = openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/nothing' });
    await expect(db.query('select 1')).rejects.toThrow(DatabaseUnavailable);
    await expect(transaction(db, async () => 1)).rejects.toMatchObject({ code: 'database_unavailable', outcome: 'nothing_kept' });
    await expect(db.kysely.selectFrom('cordee_migration').selectAll().execute()).rejects.toThrow(DatabaseUnavailable);
    await db.close();
  });

  it('rejects with DatabaseUnavailable when the connection is cut, then works again', async () => {
    const { db, owner } = await testDatabase();
    const cut = transaction(db, async (tx) => {
      const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await owner.query('select pg_terminate_backend($1, 5000)', [own?.pid]);
      await tx.query('select 1');
    });
    await expect(cut).rejects.toThrow(DatabaseUnavailable);
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('survives the loss of idle connections', async () => {
    await emptyDatabase(async (url) => {
      const lost: Error[] = [];
      const db = openDatabase({ url, onIdleError: (error) => lost.push(error) });
      const [own] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
      const client = new Client({ connectionString: inject('postgres').url });
      await client.connect();
      await client.query('select pg_terminate_backend($1, 5000)', [own?.pid]);
      await client.end();
      await expect.poll(() => lost.length).toBe(1);
      expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
      await db.close();
    });
  });

  it('says what to do when the role is missing', async () => {
    const { url } = await testDatabase();
    const db = openDatabase({ url, role: 'nobody_made_this' });
    await expect(db.query('select 1')).rejects.toMatchObject({ name: 'PlatformError', code: 'database_role_refused' });
    await db.close();
  });

  it('reports the errors of statements as they are', async () => {
    const { db } = await testDatabase();
    await expect(db.query('select nothing')).rejects.toMatchObject({ code: '42703' });
  });
});

describe('inRollback', () => {
  it('joins transactions as savepoints and leaves nothing behind', async () => {
    const { owner } = await testDatabase();
    await owner.query('create table if not exists rollback_note (body text)');
    await owner.query('grant select, insert on rollback_note to cordee_app');
    const seen = await inRollback(async (db) => {
      await transaction(db, (tx) => tx.query(`insert into rollback_note values ('kept')`));
      const failed = transaction(db, async (tx) => {
        await tx.query(`insert into rollback_note values ('undone')`);
        await tx.query('select 1/0');
      });
      await expect(failed).rejects.toMatchObject({ code: '22012' });
      await expect(db.query('select nothing')).rejects.toMatchObject({ code: '42703' });
      return db.query('select body from rollback_note');
    });
    expect(seen).toEqual([{ body: 'kept' }]);
    expect(await owner.query('select body from rollback_note')).toEqual([]);
    await owner.query('drop table rollback_note');
  });

  it('forgets the workspace after each joined transaction, and ends its Tx', async () => {
    await inRollback(async (db) => {
      let kept: Tx | undefined;
      await transaction(db, async (tx) => {
        kept = tx;
        await withWorkspace(tx, 'w1');
      });
      expect(await db.query(`select current_setting('cordee.workspace_id', true) as id`)).toEqual([{ id: '' }]);
      await expect(kept?.query('select 1')).rejects.toThrow(TransactionEnded);
    });
  });

  it('lets joined transactions follow one another and refuses one inside another', async () => {
    await inRollback(async (db) => {
      const both = await Promise.all([1, 2].map((number) => transaction(db, (tx) => tx.query('select $1::int4 as n', [number]))));
      expect(both.flat()).toEqual([{ n: 1 }, { n: 2 }]);
      await expect(transaction(db, () => transaction(db, async () => 1))).rejects.toThrow('inside a transaction');
    });
  });

  it('passes the failure of a test on', async () => {
    await expect(
      inRollback(async () => {
        throw new Error('the test failed');
      }),
    ).rejects.toThrow('the test failed');
  });
});
