import type { Bench } from './measurement.ts';
import { redirectRace } from './redirect-race.ts';
import { pairsOf, summarise } from './statistics.ts';

/** How long the slowest redirect in a hundred takes, waiting included, at half the rate it can bear. */
export const redirectLatency: Bench = {
  name: 'redirect-latency',
  goal: 0.33,
  async run(context) {
    const { durableLatency, constantLatency } = await redirectRace(context);
    const summary = summarise(pairsOf(durableLatency, constantLatency), 'less is better');
    return [{ name: 'redirect-latency', unit: 'ms p99', limit: 'node:http at that rate', goal: 0.33, ...summary }];
  },
};
