import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { appendFacts, lockOrder, type ReadyFact } from '../fact/index.ts';
import { cachedTerms } from '../program/index.ts';
import { countBatch } from './count-batch.ts';
import { waitForCountingLock } from './counting-lock.store.ts';
import { loadCountHead, type Counted, type CountHead } from './counting.store.ts';
import { nextFacts } from './replay/read-facts.store.ts';

/** The place a fact is about to take. */
export interface Place {
  readonly seq: bigint;
  readonly recordedAt: Instant;
}

/** More than this left to count would keep all others waiting for too long. */
const mostUncounted = 20_000n;
const stepSize = 4000;

/**
 * Records one fact that depends on the books themselves: nobody else records or counts in this workspace from here to the end
 * of the transaction, and everything recorded so far is counted before `prepare` looks and makes the fact. Refuses
 * `unavailable` while a large import is being counted; whatever `prepare` throws leaves nothing behind.
 */
export async function recordExclusively(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  prepare: (place: Place) => Promise<ReadyFact>,
): Promise<Counted> {
  const order = await lockOrder(tx, workspaceId, now);
  mustBeNear(order.seq, await loadCountHead(tx, workspaceId));
  await waitForCountingLock(tx, workspaceId);
  const terms = await cachedTerms(tx, workspaceId, order.termsVersion);
  let head: CountHead = await loadCountHead(tx, workspaceId);
  while (head.countedSeq < order.seq) {
    const waiting = await nextFacts(tx, workspaceId, head.countedSeq, stepSize);
    head = (await countBatch(tx, workspaceId, head, waiting, terms, undefined)).head;
  }
  const ready = await prepare({ seq: order.seq + 1n, recordedAt: order.recordedAt });
  const facts = appendFacts(tx, workspaceId, order, [ready]);
  const { counted } = await countBatch(tx, workspaceId, head, facts, terms, undefined);
  const [only] = counted;
  if (only === undefined) throw new Error('a fact got lost between recording and counting');
  return only;
}

function mustBeNear(seq: bigint, { countedSeq }: CountHead): void {
  if (seq - countedSeq > mostUncounted) throw new Refusal('unavailable');
}
