import type { Instant } from '@cordee/core/time';
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** Keeps when pages of these hosts last loaded the script. */
export async function saveScriptHits(db: Queryable, hits: ReadonlyMap<string, Instant>): Promise<void> {
  const all = [...hits].sort(([a], [b]) => (a < b ? -1 : 1));
  await db.query(
    `insert into script_hit as h (host, last_at) select * from unnest($1::text[], $2::timestamptz[])
     on conflict (host) do update set last_at = greatest(h.last_at, excluded.last_at)`,
    [all.map(([host]) => host), all.map(([, at]) => new Date(at))],
  );
}

/** Forgets hosts whose pages have not loaded it since. */
export async function forgetScriptHits(db: Queryable, before: Instant): Promise<void> {
  await db.query(`delete from script_hit where last_at < $1`, [new Date(before)]);
}

export interface LastSeen {
  readonly host: string;
  readonly lastAt: Instant | null;
}

/**
 * The hosts of a workspace with when the script was last loaded there: those its publishable keys may be used from, where its
 * programs lead, and its tracking hosts. An origin for all hosts below one (`https://*.example.com`) stands for those seen.
 */
export async function selectLastSeen(tx: Tx, workspaceId: string): Promise<LastSeen[]> {
  return tx.query<LastSeen>(
    `with origins as (
       select distinct lower(regexp_replace(origin, '^https?://([^/:]+).*$', '\\1')) as host from (
         select unnest(origins) as origin from api_key where workspace_id = $1 and publishable and revoked_at is null
         union all select destination_url from program where workspace_id = $1 and archived_at is null) named
     ), hosts as (
       select host from origins where host not like '*.%'
       union select unnest(tracking_hosts) from workspace where id = $1
       union select h.host from script_hit h join origins o on o.host like '*.%' and right(h.host, length(o.host) - 1) = substr(o.host, 2)
     )
     select host, (select last_at from script_hit h where h.host = hosts.host) as "lastAt" from hosts order by host limit 200`,
    [workspaceId],
  );
}
