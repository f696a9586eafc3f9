import { copyBytes, copyLines } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Report } from './follow-chains.ts';

/**
 * Reports where the rows of a query differ from those expected, which are in the same order. All of them are compared as one run
 * of bytes, and read again row by row only if they are not the same; so the query must give the same twice. A row begins with the
 * number of its fact.
 */
export async function compareRows(tx: Tx, table: string, query: string, expected: Buffer, report: Report): Promise<void> {
  if (await isSame(tx, query, expected)) return;
  const wanted = expected.toString('utf8').split('\n').slice(0, -1);
  let index = 0;
  await copyLines(tx, query, (line) => {
    // One row too many or too few must not make every row after it look wrong.
    const seq = seqOf(line);
    for (let next = wanted[index]; next !== undefined && next !== line && seqOf(next) < seq; next = wanted[index]) {
      report(table, seqOf(next), next, '(no row)');
      index += 1;
    }
    const next = wanted[index];
    if (next !== line) report(table, seq, next !== undefined && seqOf(next) === seq ? next : '(no row)', line);
    if (next === line || (next !== undefined && seqOf(next) === seq)) index += 1;
  });
  for (const missing of wanted.slice(index)) report(table, seqOf(missing), missing, '(no row)');
}

async function isSame(tx: Tx, query: string, expected: Buffer): Promise<boolean> {
  let at = 0;
  let same = true;
  await copyBytes(tx, query, (bytes) => {
    const end = at + bytes.length;
    same &&= end <= expected.length && bytes.compare(expected, at, end) === 0;
    at = end;
  });
  return same && at === expected.length;
}

function seqOf(line: string): bigint {
  return BigInt(line.slice(0, line.indexOf('\t')));
}
