import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { freshDatabase } from '../../apps/server/test/database.ts';
import { databaseAway } from './away.ts';
import { drainAndRestart } from './drain.ts';
import { fuzzRoutes } from './fuzz.ts';
import { hasHledger, journalAccepted } from './journal.ts';
import { killUnderLoad } from './kill.ts';
import { anyOrder } from './order.ts';
import { toldUnderKill } from './told.ts';
import { manyWriters } from './writers.ts';

// The short versions; `npm run faults` does the same at length and prints the numbers.
const PATIENCE_MS = 120_000;

// A run that is cut off leaves no server behind: what stands in its home goes with it.
beforeAll(() => void vi.stubEnv('TMPDIR', inject('postgres').home));
afterAll(() => void vi.unstubAllEnvs());

describe('survives', { timeout: PATIENCE_MS }, () => {
  test('kill -9 of the program, of the database and of a backend, under load', async () => {
    const { numbers, faults } = await killUnderLoad({ rounds: 3 });
    expect(faults).toEqual([]);
    expect(numbers).toMatchObject({ kills: 3, lost: 0, doubled: 0, differences: 0 });
  });

  test('a database that goes away for a while', async () => {
    const { numbers, faults } = await databaseAway({ seconds: 3 });
    expect(faults).toEqual([]);
    expect(numbers).toMatchObject({ lost: 0, doubled: 0, differences: 0 });
  });

  test('kill -9 of the program while it tells others what happens', async () => {
    const { numbers, faults } = await toldUnderKill({ rounds: 2 });
    expect(faults).toEqual([]);
    expect(numbers).toMatchObject({ kills: 2, lost: 0, doubled: 0 });
  });

  test('twenty writers on one partner and one customer through two processes', async () => {
    const { numbers, faults } = await freshDatabase((database) => manyWriters(database, { writers: 20, steps: 5 }));
    expect(faults).toEqual([]);
    expect(numbers).toMatchObject({ acknowledged: 100, lost: 0, doubled: 0, differences: 0 });
  });

  test('events told in any order, any number of times', async () => {
    expect((await freshDatabase((database) => anyOrder(database, { runs: 12 }))).faults).toEqual([]);
  });

  test('requests that are nearly right, and others', async () => {
    expect((await freshDatabase((database) => fuzzRoutes(database, { runsPerRoute: 5 }))).faults).toEqual([]);
  }, 240_000);

  test('being told to stop amid requests', async () => {
    const { numbers, faults } = await drainAndRestart();
    expect(faults).toEqual([]);
    expect(numbers['answered']).toBe(numbers['begun']);
  });
});

test.skipIf(!hasHledger())('hledger adds up the journal as we do', async () => {
  expect((await freshDatabase(journalAccepted)).faults).toEqual([]);
});
