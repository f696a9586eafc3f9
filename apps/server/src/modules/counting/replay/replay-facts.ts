import { count, replayState, type Outcome, type ReplayState, type Terms } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { readFacts, readTargets, type ReadFact } from './read-facts.store.ts';

export interface ReplayOptions {
  readonly workspaceId: string;
  readonly through: bigint;
  readonly terms: Terms;
  readonly trace: boolean;
  readonly withHash: boolean;
  /** Facts a step: what is held in memory at once. */
  readonly stepSize?: number;
  readonly onFact: (read: ReadFact, outcome: Outcome) => void;
  /** After each step, with the last number of it. */
  readonly onStep?: (through: bigint) => Promise<void>;
}

/** Counts all facts from the first to `through` on an empty state: the pure core alone decides, nothing is written. */
export async function replayFacts(tx: Tx, options: ReplayOptions): Promise<ReplayState> {
  const { workspaceId, through, terms, trace } = options;
  const targets = await readTargets(tx, workspaceId);
  const state = replayState((seq) => targets.has(seq));
  const step = BigInt(options.stepSize ?? 50_000);
  for (let after = 0n; after < through; after += step) {
    const last = after + step < through ? after + step : through;
    await readFacts(tx, { workspaceId, after, through: last, withHash: options.withHash }, (read) => {
      options.onFact(read, count(read.fact, terms, state, { trace }));
    });
    await options.onStep?.(last);
  }
  return state;
}
