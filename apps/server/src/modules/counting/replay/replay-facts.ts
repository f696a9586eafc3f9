import { count, replayState, type Fact, type Outcome, type ReplayState, type Terms } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { readFacts, readTargets, type FactRange } from './read-facts.store.ts';

export interface ReplayOptions extends Pick<FactRange, 'workspaceId' | 'through' | 'onLines'> {
  readonly terms: Terms;
  readonly trace: boolean;
  /** Facts a step: what is held in memory at once. */
  readonly stepSize?: number;
  readonly onFact: (fact: Fact, outcome: Outcome) => void;
  /** After each step, with the last number of it. */
  readonly onStep?: (through: bigint) => Promise<void>;
}

/** Counts all facts from the first to `through` on an empty state: the pure core alone decides, nothing is written. */
export async function replayFacts(tx: Tx, options: ReplayOptions): Promise<ReplayState> {
  const { through, terms, trace, onFact, onStep, stepSize = 50_000, ...range } = options;
  const targets = await readTargets(tx, range.workspaceId);
  const state = replayState((seq) => targets.has(seq));
  const step = BigInt(stepSize);
  for (let after = 0n; after < through; after += step) {
    const last = after + step < through ? after + step : through;
    await readFacts(tx, { ...range, after, through: last }, (fact) => onFact(fact, count(fact, terms, state, { trace })));
    await onStep?.(last);
  }
  return state;
}
