import { setImmediate as nextTurn } from 'node:timers/promises';
import { count, type Fact, type Terms } from '@cordee/core/counting';
import type { Tx } from '../../platform/db/index.ts';
import { type BatchState, CountersMissing, openBatchState } from './batch-state.ts';
import { coversNeeds, emptyCache, trimCache, type CountingCache } from './counting-cache.ts';
import { RunRows, writeCounted, type Counted, type CountedRows, type CountHead } from './counting.store.ts';

export interface BatchResult {
  readonly head: CountHead;
  readonly counted: readonly Counted[];
  readonly cache: CountingCache;
}

/**
 * Counts the next facts of a workspace and writes what came of them, in the caller's transaction and under its counting lock.
 * What is written travels with the commit, and fails it; the cache it returns holds only if that transaction commits.
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
  let cache = cacheAt(head, known);
  const counted: Counted[] = [];
  for (const run of runsOf(facts)) {
    const computed = await computeRun(tx, workspaceId, current, run, terms, cache, { keepOutcomes: true });
    current = writeCounted(tx, workspaceId, current, computed.rows);
    cache = computed.cache;
    counted.push(...computed.counted);
  }
  return { head: current, counted, cache };
}

export interface ComputedRun {
  /** Empty unless kept. */
  readonly counted: readonly Counted[];
  readonly rows: CountedRows;
  /** True once the rows are written. */
  readonly cache: CountingCache;
}

/** The cache if it stands where counting stands, else an empty one. */
export function cacheAt(head: CountHead, known: CountingCache | undefined): CountingCache {
  return known !== undefined && known.seq === head.countedSeq ? known : emptyCache(head.countedSeq);
}

/** How many facts are counted before others get a turn: writes under way must not wait for a whole run. */
const turn = 256;

interface RunOptions {
  /** Resolves once all before the run is written. */
  readonly written?: () => Promise<unknown>;
  readonly keepOutcomes: boolean;
}

/**
 * Counts a run without writing it. `head` is where the run starts; what it needs of earlier facts is read through `tx`, which
 * sees them once `written` resolves: what the cache does not know is then read again.
 */
export async function computeRun(
  tx: Tx,
  workspaceId: string,
  head: CountHead,
  facts: readonly Fact[],
  terms: Terms,
  known: CountingCache,
  { written = () => Promise.resolve(), keepOutcomes }: RunOptions,
): Promise<ComputedRun> {
  let cache = known;
  if (!coversNeeds(cache, terms)) {
    await written();
    cache = emptyCache(head.countedSeq);
  }
  const alsoEntities = new Set<string>();
  for (;;) {
    const state = await openBatchState(tx, workspaceId, cache, facts, terms, alsoEntities);
    try {
      const counted: Counted[] = [];
      const rows = await countInTurns(workspaceId, head, facts, terms, state, (one) => {
        if (keepOutcomes) counted.push(one);
      });
      cache.seq = rows.lastSeq;
      trimCache(cache);
      return { counted, rows, cache };
    } catch (error) {
      if (!(error instanceof CountersMissing) || alsoEntities.has(error.entity)) throw error;
      alsoEntities.add(error.entity);
      // Counting changes customers in place: what this attempt touched is read again.
      await written();
      cache = emptyCache(head.countedSeq);
    }
  }
}

/** Others get a turn between parts of a run. */
async function countInTurns(
  workspaceId: string,
  head: CountHead,
  facts: readonly Fact[],
  terms: Terms,
  state: BatchState,
  onCounted: (counted: Counted) => void,
): Promise<CountedRows> {
  const rows = new RunRows(workspaceId, head.transactionHash);
  for (const [index, fact] of facts.entries()) {
    if (index > 0 && index % turn === 0) await nextTurn();
    const counted = { fact, outcome: count(fact, terms, state, { trace: true }) };
    rows.add(counted);
    onCounted(counted);
  }
  return rows.end(state.deltas);
}

/**
 * A release sums what stands in the tables, and a payout marks what stands there: each is counted alone, after everything before
 * it is written.
 */
export function runsOf(facts: readonly Fact[]): Fact[][] {
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
