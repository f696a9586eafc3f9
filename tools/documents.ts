// Checks what is written beside the code: links, READMEs of modules, and that nothing names a machine or a registry.
import { join } from 'node:path';
import { inspectDocuments } from './documents/inspect.ts';

const faults = inspectDocuments(join(import.meta.dirname, '..'));
for (const { file, line, sentence } of faults) console.log(`${file}:${line} ${sentence}`);
if (faults.length > 0) process.exitCode = 1;
