// Has others judge what we write, by schemas and validators that are not ours: `npm run conformance`.
// CORDEE_CONFORMANCE_DIR names a folder with them; what is missing is said, and fails: a check that did not run is none.
import { conformanceChecks } from './conformance/checks.ts';

const folder = process.env['CORDEE_CONFORMANCE_DIR'];
const results = folder === undefined ? [] : await conformanceChecks(folder);
if (folder === undefined)
  console.log('MISSING  set CORDEE_CONFORMANCE_DIR to a folder with iso20022-xsd/pain.001.001.09.xsd and .03.xsd');
for (const { name, verdict, detail } of results) console.log(`${verdict.padEnd(8)} ${name}${detail === '' ? '' : `: ${detail}`}`);
if (folder === undefined || results.some(({ verdict }) => verdict !== 'ok')) process.exitCode = 1;
