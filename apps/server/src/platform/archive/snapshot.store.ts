import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** The id of a workspace by its slug; null when there is none. */
export async function findWorkspaceId(client: Client, slug: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>('select id from public.workspace where slug = $1', [slug]);
  return rows[0]?.id ?? null;
}

/** Takes the snapshot everything is read from. */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query('begin transaction isolation level repeatable read read only');
}

export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return rows[0]?.version ?? '';
}

/** First days of the months that have a partition of clicks. */
export async function clickMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select to_char(to_date(right(c.relname, 6), 'YYYYMM'), 'YYYY-MM-DD') as day
      from pg_inherits join pg_class c on c.oid = inhrelid
      where inhparent = to_regclass('public.click') and c.relname ~ '^click_[0-9]{6}$' order by day`,
  );
  return rows.map(({ day }) => day);
}

/** Asked after the rows: a sequence only grows, so it is past every number used in them. */
export async function sequenceValues(client: Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences
      where schemaname = 'public' and last_value is not null order by sequencename`,
  );
  return rows;
}

/** The rows of a query in COPY's text format. */
export function copyOut(client: Client, select: string): AsyncIterable<Buffer> {
  return client.query(copyTo(`copy (${select}) to stdout`));
}
