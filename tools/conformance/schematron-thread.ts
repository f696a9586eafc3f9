import { Schema } from 'node-schematron';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { schematron } = workerData as { readonly schematron: string };
const FIRED = 'fired';
// A rule that is tried says so: a schema that looks at nothing finds nothing either.
const counted = readFileSync(schematron, 'utf8').replaceAll(
  /<rule [^>]*>/g,
  `$&<report id="${FIRED}" test="true()">tried</report>`,
);
const schema = Schema.fromString(counted);

export interface Judged {
  readonly index: number;
  readonly failed: readonly string[];
  readonly fired: number;
}

parentPort?.on('message', ({ index, xml }: { index: number; xml: string }) => {
  const results = schema.validateString(xml);
  const failed = results.flatMap(({ assertId, isReport }) => (isReport ? [] : [assertId ?? '(no id)']));
  const judged: Judged = {
    index,
    failed: [...new Set(failed)],
    fired: results.filter(({ assertId }) => assertId === FIRED).length,
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(judged);
});
