import type { Terms } from '@cordee/core/counting';
import { MessageChannel } from 'node:worker_threads';
import { runInThread } from '../../../../platform/threads/index.ts';
import type { SimulatedSums, SimulationRequest } from '../simulate.store.ts';
import type { ToldProgress, Verification } from '../verify.store.ts';
import type { CheckWork } from './check-thread.ts';
import { OtherSideGone } from './checks-through-port.ts';
import type { SimulateNews, SimulateWork } from './simulate-thread.ts';
import type { SnapshotPlace } from './snapshot-place.ts';
import type { VerifyNews, VerifyWork } from './verify-thread.ts';

/** Work of other threads. */
export interface Beside<Result> {
  /** Once they hold the snapshot, or have failed: whose transaction it is may end. */
  readonly begun: Promise<unknown>;
  readonly done: Promise<Result>;
  /** For who needs it no more: ends the threads. */
  readonly end: (cause: unknown) => void;
}

const verifyThread = new URL('./verify-thread.ts', import.meta.url);
const checkThread = new URL('./check-thread.ts', import.meta.url);
const simulateThread = new URL('./simulate-thread.ts', import.meta.url);

/** Counting makes a few KiB of each fact, nearly all of it forgotten at the next. A third of this is in use at once. */
const youngMb = 192;

/** Fewer facts are counted again before a thread has started. */
export const mostInline = 20_000n;

/** Verifies in two threads: the one counts again, the other compares. If either fails, the other ends too. */
export function verifyInThreads(place: SnapshotPlace, terms: Terms, onProgress?: ToldProgress): Beside<Verification> {
  const { port1, port2 } = new MessageChannel();
  const ending = new AbortController();
  const { signal } = ending;
  const [countingBegun, checkingBegun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const check: CheckWork = { ...place, port: port2 };
  const checking = runInThread<undefined, 'begun'>(checkThread, check, {
    onNews: () => checkingBegun.resolve(),
    transfer: [port2],
    signal,
  });
  const replay: VerifyWork = { ...place, terms, port: port1 };
  const counting = runInThread<Verification, VerifyNews>(verifyThread, replay, {
    onNews: (news) => (news === 'begun' ? countingBegun.resolve() : onProgress?.(news.facts, news.total)),
    transfer: [port1],
    youngMb,
    signal,
  });
  const begun = Promise.all([countingBegun.promise, checkingBegun.promise]);
  return besides(begun, both(counting, checking), ending);
}

/** Replays history under another plan, in a thread of its own. */
export function simulateInThread(
  place: SnapshotPlace,
  request: SimulationRequest,
  onProgress?: (facts: number) => void,
): Beside<SimulatedSums> {
  const begun = Promise.withResolvers<void>();
  const ending = new AbortController();
  const asked: SimulateWork = { place, request };
  const done = runInThread<SimulatedSums, SimulateNews>(simulateThread, asked, {
    onNews: (news) => (news === 'begun' ? begun.resolve() : onProgress?.(news.facts)),
    youngMb,
    signal: ending.signal,
  });
  return besides(begun.promise, done, ending);
}

/** Which of them failed first is not said by the order in which they are heard of. */
async function both<Result>(counting: Promise<Result>, checking: Promise<unknown>): Promise<Result> {
  const [counted, checked] = await Promise.allSettled([counting, checking]);
  if (counted.status === 'fulfilled' && checked.status === 'fulfilled') return counted.value;
  const causes = [counted, checked].flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  throw causes.find((cause) => !(cause instanceof Error && cause.message === new OtherSideGone().message)) ?? causes[0];
}

function besides<Result>(begun: Promise<unknown>, done: Promise<Result>, ending: AbortController): Beside<Result> {
  // Who waits for the one may not be waiting for the other yet.
  const failed = done.catch(() => undefined);
  return { begun: Promise.race([begun, failed]), done, end: (cause) => ending.abort(cause) };
}

/** What is asked of the snapshot meanwhile; should it fail, nobody needs what the threads do. */
export async function meanwhile<Result>({ begun, end }: Beside<unknown>, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    // Only until then: a transaction that waits for minutes is ended by the database.
    await begun;
    return result;
  } catch (error) {
    end(error);
    throw error;
  }
}
