import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildTracker, trackerBudget, trackerFile } from './bundle.ts';

const { code, gzipBytes } = await buildTracker();
await mkdir(dirname(trackerFile), { recursive: true });
await writeFile(trackerFile, code);
console.log(`t.js: ${Buffer.byteLength(code)} bytes, ${gzipBytes} gzip (budget ${trackerBudget})`);
if (gzipBytes > trackerBudget) {
  console.error(`t.js is ${gzipBytes - trackerBudget} bytes over its budget: make it smaller, the budget is a promise.`);
  process.exitCode = 1;
}
