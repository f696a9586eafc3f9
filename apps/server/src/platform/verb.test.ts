import { beforeEach, describe, expect, test } from 'vitest';
import { contextFor, makeWorkspace } from '../../test/app.ts';
import { inRollback } from '../../test/database.ts';
import type { Context } from './context.ts';
import { forgetResults, type IdempotencySlot } from './idempotency.ts';
import { transaction, withWorkspace, type Database } from './db/index.ts';
import { read, write } from './verb.ts';

let runs: number;
beforeEach(() => {
  runs = 0;
});

function slot(key: string, input = 'same'): IdempotencySlot {
  return { key, route: 'test', inputHash: Buffer.from(input.padEnd(32)), uses: 0, replayed: false };
}

/** Counts its runs and leaves an audit row of each. */
function act(context: Context, fail = false) {
  return write(context, async () => {
    runs += 1;
    if (fail) throw new Error('broken');
    const result = { run: runs, amount: 2n ** 60n, nothing: null, nested: [{ n: 1n }] };
    return { result, audit: { action: 'test.acted', subject: `run ${runs}`, after: result } };
  });
}

async function inWorkspace(run: (context: Context, db: Database) => Promise<void>): Promise<void> {
  await inRollback(async (db) => {
    const workspace = await makeWorkspace(db);
    await run(contextFor(db, workspace.id), db);
  });
}

function auditRows(context: Context) {
  return read(context, (tx) =>
    tx.query<{ subject: string }>(`select subject from audit where action = 'test.acted' order by id`),
  );
}

describe('write under an Idempotency-Key', () => {
  test('runs once and gives back the same result, bigints included', async () => {
    await inWorkspace(async (context) => {
      const first = await act({ ...context, idempotency: slot('a') });
      const again = slot('a');
      expect(await act({ ...context, idempotency: again })).toEqual(first);
      expect([runs, again.replayed]).toEqual([1, true]);
      expect(await auditRows(context)).toHaveLength(1);
    });
  });

  test('keeps nothing of a run that failed: the next one runs', async () => {
    await inWorkspace(async (context) => {
      await expect(act({ ...context, idempotency: slot('a') }, true)).rejects.toThrow('broken');
      await act({ ...context, idempotency: slot('a') });
      expect(await auditRows(context)).toEqual([{ subject: 'run 2' }]);
    });
  });

  test('refuses the key for another input, another route, and knows it only in its workspace', async () => {
    await inWorkspace(async (context, db) => {
      await act({ ...context, idempotency: slot('a') });
      await expect(act({ ...context, idempotency: slot('a', 'other') })).rejects.toThrow('idempotency_conflict');
      await expect(act({ ...context, idempotency: { ...slot('a'), route: 'other' } })).rejects.toThrow('idempotency_conflict');
      const other = await makeWorkspace(db, 'Other');
      await act(contextFor(db, other.id, { idempotency: slot('a') }));
      expect(runs).toBe(2);
    });
  });

  test('a request that writes twice is repeated write by write', async () => {
    await inWorkspace(async (context) => {
      const request = { ...context, idempotency: slot('a') };
      const results = [await act(request), await act(request)];
      const repeated = { ...context, idempotency: slot('a') };
      expect([await act(repeated), await act(repeated)]).toEqual(results);
      expect(runs).toBe(2);
    });
  });

  test('what is old is forgotten', async () => {
    await inWorkspace(async (context, db) => {
      await act({ ...context, idempotency: slot('a') });
      const forget = (before: number) =>
        transaction(db, async (tx) => {
          await withWorkspace(tx, context.workspaceId);
          return forgetResults(tx, context.workspaceId, before);
        });
      expect(await forget(context.now() - 60_000)).toBe(0);
      expect(await forget(context.now() + 60_000)).toBe(1);
      await act({ ...context, idempotency: slot('a') });
      expect(runs).toBe(2);
    });
  });
});
