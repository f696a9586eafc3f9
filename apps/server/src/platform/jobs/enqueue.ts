import type { Instant } from '@cordee/core/time';
import type { Tx } from '../db/index.ts';
import { addJob } from './jobs.store.ts';

export interface EnqueueOptions {
  /** While a job with this key waits, asking again replaces its payload and adds nothing. One that runs already is followed by another. */
  readonly key?: string;
  /** Not before then; at once unless said. */
  readonly runAt?: Instant;
  /** Jobs of one queue run one after the other. Few distinct names: each is a row that stays. */
  readonly queue?: string;
  /** How often it is tried in all, with growing pauses: 25 times, over about three days, unless said. */
  readonly maxAttempts?: number;
  /** Somebody waits for it in front of a screen: it goes before what waits and runs by itself. */
  readonly awaited?: boolean;
}

const AWAITED = -10;

/**
 * Hands work to the workers once `tx` is committed, and never if it is not. `payload` is plain JSON; name the workspace in it
 * as `workspaceId`. Not for hot paths: the notification serialises commits, so clicks and sales are found by periodic jobs.
 */
export async function enqueue(tx: Tx, name: string, payload: unknown, options: EnqueueOptions = {}): Promise<void> {
  await addJob(tx, {
    name,
    payload: JSON.stringify(payload),
    key: options.key ?? null,
    runAt: options.runAt === undefined ? null : new Date(options.runAt).toISOString(),
    queue: options.queue ?? null,
    maxAttempts: options.maxAttempts ?? null,
    priority: options.awaited === true ? AWAITED : 0,
  });
}
