import type { Fact } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { appendBehind, keyText, type FactDraft, type OrderHead } from '../fact/index.ts';
import { cachedTerms } from '../program/index.ts';
import type { ResolvedTouches } from '../tracking/index.ts';
import { countBatch, type BatchResult } from './count-batch.ts';
import type { CountingCache } from './counting-cache.ts';
import { takeCountingLock } from './counting-lock.store.ts';
import type { CountHead } from './counting.store.ts';
import { bodyOf } from './record.ts';
import { refuseWaiting } from './targets.store.ts';

/** Where everything stood when the last batch of this process was committed. Another process may have moved on since. */
export interface Standing {
  readonly order: OrderHead;
  readonly counted: CountHead;
  readonly cache: CountingCache;
}

export interface StraightBatch extends BatchResult {
  readonly facts: readonly Fact[];
  readonly order: OrderHead;
}

/** A draft with the clicks it names, looked up before it came here. */
export interface Traced {
  readonly draft: FactDraft;
  readonly touches: ResolvedTouches;
}

/** Facts that nothing need be looked up for any more: about no other fact, each named once. */
export function standAlone(traced: readonly Traced[]): boolean {
  const keys = new Set(traced.map(({ draft }) => keyText(draft)));
  return keys.size === traced.length && traced.every(({ draft }) => draft.target === null);
}

/**
 * Records and counts facts that stand alone from where everything stood, without looking first: all of it travels to the
 * server at once, commit included. What looking would have found makes the statements fail: a key that exists (unique), a fact that
 * waited for one of these, an order, terms or counting that have moved on (their cursors refuse to), a counting lock held by
 * somebody else. Nothing is kept then (`wasOvertaken`), and the careful way is taken instead.
 */
export async function goStraightThrough(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  traced: readonly Traced[],
  { order, counted, cache }: Standing,
): Promise<StraightBatch> {
  const terms = await cachedTerms(tx, workspaceId, order.termsVersion);
  const head = { ...order, recordedAt: Math.max(now, order.recordedAt) };
  const drafts = traced.map(({ draft }) => draft);
  const ready = traced.map(({ draft, touches }) => ({ draft, targetSeq: null, body: bodyOf(draft, null, touches) }));
  const appended = appendBehind(tx, workspaceId, head, ready);
  const guards = Promise.all([takeCountingLock(tx, workspaceId), refuseWaiting(tx, workspaceId, drafts)]);
  guards.catch(() => undefined);
  const result = await countBatch(tx, workspaceId, counted, appended.facts, terms, cache);
  return { ...result, ...appended };
}

/** unique_violation, not_null_violation (a cursor that stood elsewhere), division_by_zero (a guard). */
const overtaken = new Set(['23505', '23502', '22012']);

export function wasOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && overtaken.has(error.code);
}
