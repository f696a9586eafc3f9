// `npm run faults`: what the product must survive, done to it, with the numbers.
import { parseArgs } from 'node:util';
import { databaseAway } from './away.ts';
import { manyWriters } from './writers.ts';
import { anyOrder } from './order.ts';
import { drainAndRestart } from './drain.ts';
import { journalAccepted } from './journal.ts';
import { fuzzRoutes } from './fuzz.ts';
import { killUnderLoad } from './kill.ts';
import { lineOf, type FaultReport } from './report.ts';
import { withScratch } from './scratch-database.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    routes: { type: 'string', default: '' },
    runs: { type: 'string', default: '100' },
  },
});
const progress = (line: string) => console.error(line);

const scenarios: Record<string, () => Promise<FaultReport>> = {
  kill: () => killUnderLoad({ rounds: Number(values.rounds), progress }),
  away: () => databaseAway({ seconds: 20 }),
  writers: () => withScratch((fresh) => fresh((database) => manyWriters(database, { writers: 20, steps: 50 }))),
  order: () => withScratch((fresh) => fresh((database) => anyOrder(database, { runs: Number(values.runs) }))),
  drain: () => drainAndRestart(),
  journal: () => withScratch((fresh) => fresh(journalAccepted)),
  fuzz: () =>
    withScratch((fresh) =>
      fresh((database) => fuzzRoutes(database, { runsPerRoute: Number(values.runs), only: new RegExp(values.routes) })),
    ),
};
for (const [name, run] of Object.entries(scenarios)) {
  if (!name.startsWith(values.only)) continue;
  console.log(lineOf(await run()));
}
