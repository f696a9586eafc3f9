import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { withClient } from './postgres.ts';

const TABLE = 'fec_line';
const COLUMNS = 18;

/** Keeps the lines of a FEC as rows of a table of as many columns, which anybody may read; its name. They pass through a file of the server. */
export async function keepLines(
  url: string,
  file: string,
  write: (bytes: (bytes: Buffer) => Promise<void>) => Promise<void>,
): Promise<string> {
  const out = createWriteStream(file, { mode: 0o644 });
  await write(async (bytes) => {
    if (!out.write(bytes)) await once(out, 'drain');
  });
  out.end();
  await once(out, 'finish');
  await withClient(url, async (client) => {
    const columns = Array.from({ length: COLUMNS }, (_, index) => `c${index} text not null`).join(', ');
    await client.query(`create table ${TABLE} (${columns})`);
    await client.query(`copy ${TABLE} from '${file}' (format csv, delimiter E'\\t', quote E'\\b', null '\\N', header true)`);
    await client.query(`grant select on ${TABLE} to public`);
    await client.query(`vacuum analyze ${TABLE}`);
  });
  return TABLE;
}
