import type { Bench } from './measurement.ts';
import { redirectRace } from './redirect-race.ts';
import { pairsOf, summarise } from './statistics.ts';

/** The whole redirect beside the least that Node can answer. */
export const redirectNode: Bench = {
  name: 'redirect-node',
  goal: 0.5,
  async run(context) {
    const { durable, constant } = await redirectRace(context);
    const summary = summarise(pairsOf(durable, constant), 'more is better');
    return [{ name: 'redirect-node', unit: 'req/s', limit: 'node:http, constant 302', goal: 0.5, ...summary }];
  },
};
