// Has others judge what we write, by schemas and validators that are not ours: `npm run conformance`.
// CORDEE_CONFORMANCE_DIR names a folder with those that cannot be installed, by default `shared/data` beside the checkout; what is missing is
// said, and fails: a check that did not run is none. `--only TEXT` shows and judges by the lines that have it in their name.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { conformanceChecks } from './conformance/checks.ts';

const folder = process.env['CORDEE_CONFORMANCE_DIR'] ?? resolve(import.meta.dirname, '../../shared/data');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const counts = { ok: 0, FAIL: 0, MISSING: 0 };
for await (const { name, verdict, detail } of conformanceChecks(folder)) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  counts[verdict] += 1;
  console.log(`${verdict.padEnd(8)} ${name}${detail === '' ? '' : `: ${detail}`}`);
}
console.log(`\n${counts.ok} ok, ${counts.FAIL} failed, ${counts.MISSING} could not be asked`);
if (counts.FAIL > 0 || counts.MISSING > 0 || counts.ok === 0) process.exitCode = 1;
