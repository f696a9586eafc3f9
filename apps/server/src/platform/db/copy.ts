import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import type { Queryable } from './queryable.ts';

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a field of COPY's text format. */
export function copyText(text: string): string {
  SPECIAL.lastIndex = 0;
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

/** Copies rows already in COPY's text format into `target` ("table (columns)"). */
export async function copyRows(tx: Queryable, target: string, rows: string): Promise<void> {
  if (rows === '') return;
  await tx.raw(async (client) => {
    const stream = client.query(copyFrom(`copy ${target} from stdin`));
    await pipeline(Readable.from([Buffer.from(rows, 'utf8')]), stream);
  });
}
