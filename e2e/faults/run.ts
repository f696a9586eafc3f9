// `npm run faults`: what the product must survive, done to it, with the numbers.
import { killUnderLoad } from './kill.ts';
import { lineOf, type FaultReport } from './report.ts';

const rounds = Number(/^--rounds=?(\d+)$/.exec(process.argv.slice(2).join(' ').replace('--rounds ', '--rounds='))?.[1] ?? 30);
const report: FaultReport = await killUnderLoad({ rounds, progress: (line) => console.error(line) });
console.log(lineOf(report));
