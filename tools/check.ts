// The checks behind `npm run check` (fast, no database) and `npm test` (`--all`; with
// `--all-postgres` every database test on both servers). Stops at the end, not at the first failure.
import { join } from 'node:path';
import { runSteps, summaryOf } from './check/run-steps.ts';
import { CACHE, listSteps } from './check/steps.ts';

// Dozens of processes read the same sources: Node keeps what it compiled of them.
process.env['NODE_COMPILE_CACHE'] ??= join(CACHE, 'compiled');

const all = process.argv.includes('--all');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const allPostgres = process.argv.includes('--all-postgres');
const steps = listSteps({ allPostgres }).filter(
  (step) => (all || step.all !== true) && (only === undefined || step.name.startsWith(only)),
);
const started = Date.now();
const results = await runSteps(steps, (line) => console.log(line));
for (const line of summaryOf(results, started)) console.log(line);
if (steps.length === 0 || results.some(({ ok }) => !ok)) process.exitCode = 1;
