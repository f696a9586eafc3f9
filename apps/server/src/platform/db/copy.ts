import { to as copyTo } from 'pg-copy-streams';
import type { Queryable } from './queryable.ts';

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a field of COPY's text format. */
export function copyText(text: string): string {
  SPECIAL.lastIndex = 0;
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

/**
 * Streams the rows of a query as lines of COPY's text format, without their line ends, in the order of the query. COPY takes
 * no parameters: `query` must be made of our own words, numbers and checked ids only.
 */
export async function copyLines(tx: Queryable, query: string, onLine: (line: string) => void): Promise<void> {
  await copyRuns(tx, query, (lines) => {
    for (const line of lines.toString('utf8').split('\n')) onLine(line);
  });
}

/** As `copyLines`, but as the bytes of some lines at once, without the last one's end; they are not to be kept. */
export async function copyRuns(tx: Queryable, query: string, onRun: (lines: Buffer) => void): Promise<void> {
  let rest: Buffer | null = null;
  await copyBytes(tx, query, 'text', (bytes) => {
    const data: Buffer = rest === null ? bytes : Buffer.concat([rest, bytes]);
    const end = data.lastIndexOf(10);
    if (end < 0) {
      rest = data;
      return;
    }
    rest = end + 1 < data.length ? Buffer.from(data.subarray(end + 1)) : null;
    // It ends at a whole line, so no character is cut in two.
    onRun(data.subarray(0, end));
  });
}

/** As `copyLines`, a batch at a time: the next ones wait in the database until what is done with these is done. */
export async function copyBatches(
  tx: Queryable,
  query: string,
  onLines: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  let rest: Buffer | null = null;
  await copyBytes(tx, query, 'text', async (bytes) => {
    const data: Buffer = rest === null ? bytes : Buffer.concat([rest, bytes]);
    const end = data.lastIndexOf(10);
    rest = end + 1 < data.length ? Buffer.from(data.subarray(end + 1)) : null;
    if (end >= 0) await onLines(data.toString('utf8', 0, end).split('\n'));
  });
}

/** As `copyLines`, but the bytes as they come, in COPY's text or its binary format: a piece may end anywhere, and is not to be kept. The next one waits for a promise. */
export async function copyBytes(
  tx: Queryable,
  query: string,
  format: 'text' | 'binary',
  onBytes: (bytes: Buffer) => unknown,
): Promise<void> {
  await tx.raw(async (client) => {
    const stream = client.query(copyTo(`copy (${query}) to stdout (format ${format})`));
    const faults: unknown[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) {
      // A reader that fails still reads to the end: a connection left in the middle of a COPY answers nothing any more.
      if (faults.length > 0) continue;
      try {
        const work = onBytes(piece);
        if (work instanceof Promise) await work;
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  });
}

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v', '\\': '\\' };

/** A field of COPY's text format as text; `\N` is for the caller to see first. */
export function copyField(field: string): string {
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/gs, (_, character: string) => UNESCAPED[character] ?? character);
}

/** A uuid to be written into a query as it is; throws for anything else. */
export function literalUuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new Error('not a uuid');
  return `'${text}'::uuid`;
}
