import type { BenchContext } from './context.ts';
import type { Measurement } from './measurement.ts';
import { runWorker } from './stage/processes.ts';
import { countedHistory, recordedHistory } from './stage/history.ts';
import { summarise } from './statistics.ts';
import type { Replayed, ReplayInput } from './workers/replay.ts';

/** A pass over all facts of a company beside reading the same rows. */
export async function measureReplay(context: BenchContext, what: ReplayInput['what'], goal: number): Promise<Measurement[]> {
  const history = await recordedHistory(context);
  await countedHistory(history);
  const { url, workspaceId, planId } = history.workspace;
  const input: ReplayInput = { url, workspaceId, planId, what, passes: context.scale.passes };
  const { result, peakMemory } = await runWorker<Replayed>('replay.ts', input);
  context.log(`${result.facts} facts, ${Math.round(peakMemory)} MiB at most`);
  const rates = result.pairs.map(({ value, limitValue }) => ({
    value: result.facts / value,
    limitValue: result.facts / limitValue,
  }));
  const limit = what === 'simulate' ? 'reading the facts' : 'reading all it reads';
  return [{ name: what, unit: 'facts/s', limit, goal, ...summarise(rates, 'more is better') }];
}
