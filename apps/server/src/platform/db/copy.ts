import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
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
  await tx.raw(async (client) => {
    const stream = client.query(copyTo(`copy (${query}) to stdout`));
    let fault: { readonly error: unknown } | null = null;
    // A reader that fails still reads to the end: a connection left in the middle of a COPY answers nothing any more.
    const tell = (lines: readonly string[]) => {
      if (fault !== null) return;
      try {
        for (const line of lines) onLine(line);
      } catch (error) {
        fault = { error };
      }
    };
    let rest: Buffer | null = null;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const data: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
      const end = data.lastIndexOf(10);
      if (end < 0) {
        rest = data;
        continue;
      }
      // The view ends at a whole line, so no character is cut in two.
      tell(data.toString('utf8', 0, end).split('\n'));
      rest = end + 1 < data.length ? Buffer.from(data.subarray(end + 1)) : null;
    }
    if (rest !== null && rest.length > 0) tell([rest.toString('utf8')]);
    if (fault !== null) throw (fault as { readonly error: unknown }).error;
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

/** Copies rows already in COPY's text format into `target` ("table (columns)"), taking pieces of rows while the database is already storing those before. */
export async function copyPieces(tx: Queryable, target: string, pieces: Iterable<string>): Promise<void> {
  await tx.raw(async (client) => {
    const stream = client.query(copyFrom(`copy ${target} from stdin`));
    await pipeline(Readable.from(bytesOf(pieces)), stream);
  });
}

function* bytesOf(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, 'utf8');
}
