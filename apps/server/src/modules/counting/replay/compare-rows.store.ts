import { spellRows, type Columns } from '../../../platform/db/columns.ts';
import { copyBytes } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Report } from './differences.ts';

interface Comparison {
  readonly table: string;
  /** Of its rows; the second is the number of their fact. */
  readonly columns: Columns;
  readonly query: string;
  /** In the same order. */
  readonly expected: Buffer;
}

/**
 * Reports where the rows of a query differ from those expected. All of them are compared as one run of bytes; only if they are not
 * the same they are read again and spelled row by row, so the query must give the same twice.
 */
export async function compareRows(tx: Tx, { table, columns, query, expected }: Comparison, report: Report): Promise<void> {
  if (await isSame(tx, query, expected)) return;
  const wanted = spellRows(expected, columns);
  let index = 0;
  for (const found of spellRows(await allBytes(tx, query), columns)) {
    // One row too many or too few must not make every row after it look wrong.
    const seq = seqOf(found);
    for (let next = wanted[index]; next !== undefined && seqOf(next) < seq; next = wanted[index]) {
      report(table, seqOf(next), textOf(next), '(no row)');
      index += 1;
    }
    const next = wanted[index];
    const isOfSameFact = next !== undefined && seqOf(next) === seq;
    if (isOfSameFact) index += 1;
    const text = isOfSameFact ? textOf(next) : '(no row)';
    if (text !== textOf(found)) report(table, seq, text, textOf(found));
  }
  for (const missing of wanted.slice(index)) report(table, seqOf(missing), textOf(missing), '(no row)');
}

async function isSame(tx: Tx, query: string, expected: Buffer): Promise<boolean> {
  let at = 0;
  let same = true;
  await copyBytes(tx, query, 'binary', (bytes) => {
    const end = at + bytes.length;
    same &&= end <= expected.length && bytes.compare(expected, at, end) === 0;
    at = end;
  });
  return same && at === expected.length;
}

async function allBytes(tx: Tx, query: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await copyBytes(tx, query, 'binary', (bytes) => pieces.push(Buffer.from(bytes)));
  return Buffer.concat(pieces);
}

function seqOf(row: readonly string[]): bigint {
  return BigInt(row[1] ?? '');
}

/** Whose row it is goes without saying. */
function textOf(row: readonly string[]): string {
  return row.slice(1).join('\t');
}
