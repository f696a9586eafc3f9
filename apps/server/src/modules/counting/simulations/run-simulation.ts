import type { Simulated } from '@cordee/contract/simulation';
import type { Clock } from '../../../platform/clock/index.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { simulatePlan } from '../queries/simulate-plan.ts';
import { finishWork, saveProgress } from '../long-work.store.ts';
import { loadTried, selectSimulations } from './simulation.store.ts';

/**
 * Runs a simulation that waits, or that was cut off, and keeps what came of it. One that cannot be finished is marked so and
 * throws; one that is finished is left as it is.
 */
export async function runSimulation(db: Database, now: Clock, workspaceId: string, id: string): Promise<void> {
  const scoped = <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return work(tx);
    });
  const [record] = await scoped((tx) => selectSimulations(tx, workspaceId, { id, limit: 1 }));
  const tried = await scoped((tx) => loadTried(tx, workspaceId, id));
  if (record === undefined || tried === null || record.finishedAt !== null) return;
  const { document, total } = tried;
  let saving: Promise<void> = scoped((tx) => saveProgress(tx, 'simulation', workspaceId, id, { facts: 0, total }));
  const onProgress = (facts: number) => {
    saving = saving.then(() => scoped((tx) => saveProgress(tx, 'simulation', workspaceId, id, { facts, total })));
  };
  const actor = { kind: 'system', job: 'counting.simulate' } as const;
  const context = { actor, workspaceId, db, now, language: 'en', requestId: id } as const;
  try {
    const found = await simulatePlan(context, record.planId, { document, from: record.from, to: record.to }, onProgress);
    await saving;
    await scoped(async (tx) => {
      await saveProgress(tx, 'simulation', workspaceId, id, { facts: found.facts, total });
      await finishWork(tx, 'simulation', workspaceId, id, plainOf(found), now());
    });
  } catch (error) {
    await saving.catch(() => undefined);
    await scoped((tx) => finishWork(tx, 'simulation', workspaceId, id, null, now()));
    throw error;
  }
}

/** Kept as it will be answered: integers, as the contract has them. */
function plainOf(found: Awaited<ReturnType<typeof simulatePlan>>): Simulated {
  return JSON.parse(
    JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ) as Simulated;
}
