import { count, type Fact, type Terms } from '@cordee/core/counting';
import type { Tx } from '../../platform/db/index.ts';
import { CountersMissing, openBatchState } from './batch-state.ts';
import { emptyCache, trimCache, type CountingCache } from './counting-cache.ts';
import { writeCounted, type Counted, type CountHead } from './counting.store.ts';

export interface BatchResult {
  readonly head: CountHead;
  readonly counted: readonly Counted[];
  readonly cache: CountingCache;
}

/**
 * Counts the next facts of a workspace and writes what came of them, in the caller's transaction and under its counting lock.
 * The cache it returns holds only if that transaction commits.
 */
export async function countBatch(
  tx: Tx,
  workspaceId: string,
  head: CountHead,
  facts: readonly Fact[],
  terms: Terms,
  known: CountingCache | undefined,
): Promise<BatchResult> {
  let current = head;
  let cache = known !== undefined && known.seq === head.countedSeq ? known : emptyCache(head.countedSeq);
  const counted: Counted[] = [];
  for (const run of runsOf(facts)) {
    const result = await countRun(tx, workspaceId, current, run, terms, cache);
    counted.push(...result.counted);
    ({ head: current, cache } = result);
  }
  trimCache(cache);
  return { head: current, counted, cache };
}

async function countRun(
  tx: Tx,
  workspaceId: string,
  head: CountHead,
  facts: readonly Fact[],
  terms: Terms,
  known: CountingCache,
): Promise<BatchResult> {
  let cache = known;
  const alsoEntities = new Set<string>();
  for (;;) {
    const state = await openBatchState(tx, workspaceId, cache, facts, terms, alsoEntities);
    try {
      const counted = facts.map((fact): Counted => ({ fact, outcome: count(fact, terms, state, { trace: true }) }));
      const next = await writeCounted(tx, workspaceId, head, counted, state.deltas);
      cache.seq = next.countedSeq;
      return { head: next, counted, cache };
    } catch (error) {
      if (!(error instanceof CountersMissing) || alsoEntities.has(error.entity)) throw error;
      alsoEntities.add(error.entity);
      // Counting changes customers in place: what this attempt touched is read again.
      cache = emptyCache(head.countedSeq);
    }
  }
}

/**
 * A release sums what stands in the tables, and a payout marks what stands there: each is counted alone, after everything before
 * it is written.
 */
function runsOf(facts: readonly Fact[]): Fact[][] {
  const runs: Fact[][] = [];
  let run: Fact[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'maturity' && !fact.kind.startsWith('payout_')) {
      run.push(fact);
      continue;
    }
    if (run.length > 0) runs.push(run);
    runs.push([fact]);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
