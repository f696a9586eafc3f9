import type { Bench } from './measurement.ts';
import { redirectRace } from './redirect-race.ts';
import { pairsOf, summarise } from './statistics.ts';

/** What storing each click before the answer costs the redirect. */
export const redirectDurable: Bench = {
  name: 'redirect-durable',
  goal: 0.6,
  async run(context) {
    const { durable, forgetful } = await redirectRace(context);
    const summary = summarise(pairsOf(durable, forgetful), 'more is better');
    return [{ name: 'redirect-durable', unit: 'req/s', limit: 'the same, not storing', goal: 0.6, ...summary }];
  },
};
