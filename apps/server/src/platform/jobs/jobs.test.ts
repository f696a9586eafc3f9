import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { emptyDatabase, freshDatabase } from '../../../test/database.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { migrate, transaction } from '../db/index.ts';
import { createLog } from '../telemetry/log.ts';
import { defineJob, defineJobs, enqueue, installJobs, startJobWorker } from './index.ts';
import type { Jobs } from './index.ts';

const log = createLog('silent');
const number = z.object({ number: z.int() });

interface Recorder {
  readonly jobs: Jobs;
  readonly ran: number[];
}

function recorder(): Recorder {
  const ran: number[] = [];
  const note = defineJob({ payload: number, run: async (payload) => void ran.push(payload.number) });
  return { ran, jobs: defineJobs({ 'test.note': note }) };
}

async function withWorker(url: string, jobs: Jobs, work: () => Promise<void>): Promise<void> {
  const worker = await startJobWorker({ url, jobs, log, sweepMs: 50, graceMs: 1000 });
  try {
    await work();
  } finally {
    await worker.stop();
  }
}

async function remaining({ owner }: TestDatabase): Promise<number> {
  const rows = await owner.query<{ left: number }>('select count(*)::int4 as left from graphile_worker._private_jobs');
  return rows[0]?.left ?? -1;
}

function until(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await check()), { timeout: 20_000, interval: 20 });
}

test('work of a committed transaction runs once, work of one rolled back never', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    await withWorker(database.url, jobs, async () => {
      await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 1 }));
      const undone = transaction(database.db, async (tx) => {
        await enqueue(tx, 'test.note', { number: 2 });
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 3 }));
      await until(async () => expect([ran.length, await remaining(database)]).toEqual([2, 0]));
    });
    expect(ran.toSorted((a, b) => a - b)).toEqual([1, 3]);
  });
});

test('waiting work with the same key is replaced, not repeated', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    for (const value of [1, 2, 3]) {
      await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: value }, { key: 'one' }));
    }
    expect(await remaining(database)).toBe(1);
    await withWorker(database.url, jobs, () => until(async () => expect(await remaining(database)).toBe(0)));
    expect(ran).toEqual([3]);
  });
});

test('what somebody waits for goes before what waits longer', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    for (const value of [1, 2, 3]) await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: value }));
    await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 4 }, { awaited: true }));
    await withWorker(database.url, jobs, () => until(async () => expect(await remaining(database)).toBe(0)));
    // Two at once: the first of them all, or beside it.
    expect(ran.slice(0, 2)).toContain(4);
  });
});

test('a job that throws is kept with its error and tried again', async () => {
  await freshDatabase(async (database) => {
    let tries = 0;
    const fail = defineJob({
      payload: number,
      async run(_payload, { attempt }) {
        tries += 1;
        if (attempt === 1) throw new Error('not today');
      },
    });
    await transaction(database.db, (tx) => enqueue(tx, 'test.fail', { number: 1 }));
    await withWorker(database.url, defineJobs({ 'test.fail': fail }), async () => {
      await until(async () => {
        const rows = await database.owner.query(`select last_error like '%not today%' as kept, locked_by is null as free
          from graphile_worker._private_jobs`);
        expect(rows).toEqual([{ kept: true, free: true }]);
      });
      await database.owner.query(`update graphile_worker._private_jobs set run_at = now()`);
      await until(async () => expect(await remaining(database)).toBe(0));
    });
    expect(tries).toBe(2);
  });
});

test('a payload that does not fit is not tried again', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 'one' }));
    await withWorker(database.url, jobs, () => until(async () => expect(await remaining(database)).toBe(0)));
    expect(ran).toEqual([]);
  });
});

test('a job survives a killed worker', async () => {
  await freshDatabase(async (database) => {
    await transaction(database.db, (tx) => enqueue(tx, 'test.hang', {}));
    const script = join(import.meta.dirname, '../../../test/processes/hang-in-job.ts');
    const child = spawn(process.execPath, [script, database.url], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    let ran = 0;
    const again = defineJob({ payload: z.object({}), run: async () => void (ran += 1) });
    await withWorker(database.url, defineJobs({ 'test.hang': again }), async () => {
      // While the other lives, its job is its own: two sweeps pass.
      const held = `select locked_by is not null as held from graphile_worker._private_jobs`;
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(await database.owner.query(held)).toEqual([{ held: true }]);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await until(async () => expect([ran, await remaining(database)]).toEqual([1, 0]));
    });
  });
});

test('a job whose hand-out was lost on the way is run; one that takes long is left alone', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    let times = 0;
    const long = defineJob({
      payload: z.object({}),
      async run() {
        times += 1;
        begun.resolve();
        await end.promise;
      },
    });
    await transaction(database.db, (tx) => enqueue(tx, 'test.long', {}));
    await withWorker(database.url, { ...jobs, 'test.long': long }, async () => {
      await begun.promise;
      await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 5 }, { runAt: Date.now() + 3_600_000 }));
      await database.owner.query(`update graphile_worker._private_jobs
        set run_at = now(), locked_at = now() - interval '1 hour',
          locked_by = (select locked_by from graphile_worker._private_jobs where locked_by is not null)
        where locked_by is null`);
      await until(() => expect(ran).toEqual([5]));
      await until(async () => {
        const held = await database.owner.query(`select locked_at < now() - interval '1500 milliseconds' as long
          from graphile_worker._private_jobs`);
        expect(held).toEqual([{ long: true }]);
      });
      end.resolve();
      await until(async () => expect(await remaining(database)).toBe(0));
      expect(times).toBe(1);
    });
  });
});

test('a worker outlives the loss of every database connection', async () => {
  await freshDatabase(async (database) => {
    const { ran, jobs } = recorder();
    await withWorker(database.url, jobs, async () => {
      await database.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      await transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 7 })).catch(() =>
        transaction(database.db, (tx) => enqueue(tx, 'test.note', { number: 7 })),
      );
      await until(() => expect(ran).toContain(7));
    });
  });
});

test('stopping asks a running job to end, and leaves it to be run again', async () => {
  await freshDatabase(async (database) => {
    const begun = Promise.withResolvers<void>();
    const long = defineJob({
      payload: z.object({}),
      async run(_payload, { signal }) {
        begun.resolve();
        await once(signal, 'abort');
        throw new Error('asked to stop');
      },
    });
    await transaction(database.db, (tx) => enqueue(tx, 'test.long', {}));
    const worker = await startJobWorker({ url: database.url, jobs: defineJobs({ 'test.long': long }), log, patienceMs: 20 });
    await begun.promise;
    await worker.stop();
    const rows = await database.owner.query(`select locked_by, attempts from graphile_worker._private_jobs`);
    expect(rows).toEqual([{ locked_by: null, attempts: 1 }]);
  });
});

test('the application may enqueue, and neither read nor change the queue', async () => {
  await freshDatabase(async ({ db }) => {
    await expect(db.query('select * from graphile_worker._private_jobs')).rejects.toThrow(/permission denied/);
    await expect(db.query(`select graphile_worker.add_job('test.note')`)).rejects.toThrow(/permission denied/);
  });
});

test('the queue is installed beside a migrated schema, by several processes at once', async () => {
  await emptyDatabase(async (url) => {
    await migrate({ url });
    await Promise.all([installJobs({ url }), installJobs({ url }), installJobs({ url })]);
    await installJobs({ url });
  });
});

test('names say the module and what is done', () => {
  expect(() => defineJobs({ note: defineJob({ payload: number, run: async () => undefined }) })).toThrow(/module\.what/);
});
