import { once } from 'node:events';
import { from as copyFrom } from 'pg-copy-streams';
import { withClient } from './postgres.ts';

const TABLE = 'fec_line';
const COLUMNS = 18;

/** Keeps the lines of a FEC as rows of a table of as many columns, which anybody may read; its name. */
export async function keepLines(url: string, write: (bytes: (bytes: Buffer) => Promise<void>) => Promise<void>): Promise<string> {
  await withClient(url, async (client) => {
    const columns = Array.from({ length: COLUMNS }, (_, index) => `c${index} text not null`).join(', ');
    await client.query(`create table ${TABLE} (${columns})`);
    const rows = client.query(
      copyFrom(`copy ${TABLE} from stdin (format csv, delimiter E'\\t', quote E'\\b', null '\\N', header true)`),
    );
    await write(async (bytes) => {
      if (!rows.write(bytes)) await once(rows, 'drain');
    });
    rows.end();
    await once(rows, 'finish');
    await client.query(`grant select on ${TABLE} to public`);
    await client.query(`vacuum analyze ${TABLE}`);
  });
  return TABLE;
}
