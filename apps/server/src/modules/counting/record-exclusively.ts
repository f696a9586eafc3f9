import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { appendFacts, keyText, lockOrder, type ReadyFact } from '../fact/index.ts';
import { cachedTerms } from '../program/index.ts';
import { countBatch } from './count-batch.ts';
import { waitForCountingLock } from './counting-lock.store.ts';
import { loadCountHead, type Counted, type CountHead } from './counting.store.ts';
import { findWaiting } from './targets.store.ts';
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
 * Records the facts of one decision that depends on the books themselves: they take the place `prepare` is told and those behind it,
 * none when there is nothing to record. Nobody else records or counts in this workspace from here to the end of the transaction,
 * and everything recorded so far is counted before `prepare` looks and makes them. Refuses `unavailable` while a large import is
 * being counted; whatever `prepare` throws leaves nothing behind.
 */
export async function recordExclusively(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  prepare: (first: Place) => Promise<readonly ReadyFact[]>,
): Promise<readonly Counted[]> {
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
  if (ready.length === 0) return [];
  const facts = appendFacts(tx, workspaceId, order, [...ready, ...(await awaiting(tx, workspaceId, order.seq, ready))]);
  return (await countBatch(tx, workspaceId, head, facts, terms, undefined)).counted;
}

/** What named one of these before it was known is recorded again behind them. */
async function awaiting(tx: Tx, workspaceId: string, headSeq: bigint, ready: readonly ReadyFact[]): Promise<ReadyFact[]> {
  const drafts = ready.map(({ draft }) => draft);
  const waiting = await findWaiting(tx, workspaceId, drafts);
  return drafts.flatMap((draft, index) =>
    (waiting.get(keyText(draft)) ?? []).map((late) => ({
      draft: late,
      targetSeq: headSeq + 1n + BigInt(index),
      body: late.body,
    })),
  );
}

function mustBeNear(seq: bigint, { countedSeq }: CountHead): void {
  if (seq - countedSeq > mostUncounted) throw new Refusal('unavailable');
}
