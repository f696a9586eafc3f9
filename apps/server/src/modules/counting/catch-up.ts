import type { Fact } from '@cordee/core/counting';
import { boundBulkMemory } from '../../platform/bulk-memory.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../platform/db/index.ts';
import { cachedTerms } from '../program/index.ts';
import { cacheAt, computeRun, runsOf } from './count-batch.ts';
import type { CountingCache } from './counting-cache.ts';
import { waitForCountingLock } from './counting-lock.store.ts';
import { loadCountHead, writeCounted, type CountHead } from './counting.store.ts';
import { nextFacts } from './replay/read-facts.store.ts';
import { loadTermsVersion } from '../fact/index.ts';

/** Facts a pass holds the counting lock for: long enough to be fast, short enough that nobody starves. */
const passSize = 100_000;

export interface Pass {
  readonly counted: number;
  readonly cache: CountingCache | undefined;
}

/**
 * One pass over what waits: reading and counting the next run goes on while the last one is being written. One connection
 * holds the counting lock and reads what is committed; each run is written in a transaction of its own, from where the last
 * one ended or not at all.
 */
export async function countPass(
  db: Database,
  workspaceId: string,
  batchSize: number,
  known: CountingCache | undefined,
  onCounted: (facts: number) => void,
): Promise<Pass> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await waitForCountingLock(tx, workspaceId);
    let head = await loadCountHead(tx, workspaceId);
    let cache: CountingCache | undefined = cacheAt(head, known);
    let writing: Promise<CountHead> = Promise.resolve(head);
    let counted = 0;
    let reading = nextFacts(tx, workspaceId, head.countedSeq, batchSize);
    try {
      while (counted < passSize) {
        const facts = await reading;
        if (facts.length === 0) break;
        const terms = await termsNow(tx, workspaceId);
        const runs = runsOf(facts);
        for (const run of runs) {
          // What looks back at earlier facts must find them written.
          if (run.some(looksBack)) await writing;
          const computed = await computeRun(tx, workspaceId, head, run, terms, cacheAt(head, cache), () => writing);
          if (run === runs.at(-1)) reading = nextFacts(tx, workspaceId, computed.rows.lastSeq, batchSize);
          const from = await writing;
          head = { countedSeq: computed.rows.lastSeq, transactionHash: computed.rows.books.hash };
          cache = computed.cache;
          writing = transaction(db, async (own) => writeCounted(own, workspaceId, from, computed.rows), { workspaceId });
          boundBulkMemory();
          counted += run.length;
          writing.then(
            () => onCounted(run.length),
            () => undefined,
          );
        }
      }
    } finally {
      await Promise.allSettled([writing, reading]);
    }
    await writing;
    return { counted, cache };
  });
}

function looksBack(fact: Fact): boolean {
  return fact.targetSeq !== null || fact.kind === 'maturity' || fact.kind.startsWith('payout_');
}

async function termsNow(tx: Tx, workspaceId: string) {
  return cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
}
