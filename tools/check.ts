// The checks behind `npm run check` (fast, no database) and `npm test` (`--all`). Stops at the end, not at the first failure.
import { runSteps, summaryOf } from './check/run-steps.ts';
import { listSteps } from './check/steps.ts';

const all = process.argv.includes('--all');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const steps = listSteps().filter((step) => (all || step.all !== true) && (only === undefined || step.name.startsWith(only)));
const started = Date.now();
const results = await runSteps(steps, (line) => console.log(line));
for (const line of summaryOf(results, started)) console.log(line);
if (steps.length === 0 || results.some(({ ok }) => !ok)) process.exitCode = 1;
