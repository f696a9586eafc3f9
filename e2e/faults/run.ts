// `npm run faults`: what the product must survive, done to it, with the numbers.
import { parseArgs } from 'node:util';
import { databaseAway } from './away.ts';
import { drainAndRestart } from './drain.ts';
import { fuzzRoutes } from './fuzz.ts';
import { hasHledger, journalAccepted } from './journal.ts';
import { killUnderLoad } from './kill.ts';
import { anyOrder } from './order.ts';
import { lineOf, type FaultReport } from './report.ts';
import { withScratch } from './scratch-database.ts';
import { toldUnderKill } from './told.ts';
import { manyWriters } from './writers.ts';

const HELP = `npm run faults -- [options]
  --rounds N    kills (32)
  --only NAME   one of kill, away, told, writers, order, fuzz, drain, journal
  --runs N      permutations, and requests a route (200)
  --routes RE   fuzzes only the routes whose id matches
  --json        prints one array of {name, numbers, faults} as the last line
Exit code 1 when something did not survive.`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '32' },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '200' },
    routes: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [rounds, runs] = [Number(values.rounds), Number(values.runs)];
const progress = (line: string) => {
  if (process.stderr.isTTY) console.error(line);
};

const scenarios: Readonly<Record<string, () => Promise<FaultReport>>> = {
  kill: () => killUnderLoad({ rounds, progress }),
  away: () => databaseAway({ seconds: 20 }),
  told: () => toldUnderKill({ rounds, progress }),
  writers: () => withScratch((fresh) => fresh((database) => manyWriters(database, { writers: 20, steps: 100 }))),
  order: () => withScratch((fresh) => fresh((database) => anyOrder(database, { runs }))),
  fuzz: () =>
    withScratch((fresh) => fresh((database) => fuzzRoutes(database, { runsPerRoute: runs, only: new RegExp(values.routes) }))),
  drain: drainAndRestart,
  journal: () => withScratch((fresh) => fresh(journalAccepted)),
};

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const names = Object.keys(scenarios).filter((name) => values.only === '' || name === values.only);
  if (names.length === 0 || !Number.isInteger(rounds) || !Number.isInteger(runs)) {
    console.error(HELP);
    process.exitCode = 2;
    return;
  }
  const reports: FaultReport[] = [];
  for (const name of names) {
    if (name === 'journal' && !hasHledger()) {
      console.log('--  hledger is not installed: its check of the journal is left out');
      continue;
    }
    const report = (await scenarios[name]?.()) ?? { name, numbers: {}, faults: ['unknown'] };
    reports.push(report);
    console.log(lineOf(report));
  }
  if (values.json) console.log(JSON.stringify(reports));
  if (reports.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

await main();
