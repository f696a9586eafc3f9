import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { NOBODY } from './sums/day-sum.ts';

export interface PathRow {
  readonly path: string;
  readonly sales: bigint;
  readonly leads: bigint;
}

/** How the sales and leads of these days were tied to their touchpoints. */
export function selectPaths(
  tx: Tx,
  workspaceId: string,
  { from, to, programId }: { readonly from: LocalDate; readonly to: LocalDate; readonly programId: string | null },
): Promise<PathRow[]> {
  return tx.query<PathRow>(
    `select key as path, sum(sales)::bigint as sales, sum(leads)::bigint as leads from conversion_daily
      where workspace_id = $1 and grain = 'path' and partner_id = '${NOBODY}' and day between $2::date and $3::date
        and ($4::uuid is null or program_id = $4)
      group by key`,
    [workspaceId, from, to, programId],
  );
}

export interface BrowserRow {
  readonly browser: string | null;
  readonly conversions: bigint;
  readonly median: number;
  readonly long_tail: number;
  readonly longest: number;
}

/** Days from the first visit still known to the conversion, by the browser of that visit; of the latest conversions only. */
export function selectCookieAges(
  tx: Tx,
  workspaceId: string,
  { from, to, most }: { readonly from: Instant; readonly to: Instant; readonly most: number },
): Promise<BrowserRow[]> {
  return tx.query<BrowserRow>(
    `with latest as (
       select seq, kind, occurred_at, body from fact
        where workspace_id = $1 and occurred_at >= $2 and occurred_at < $3 order by occurred_at desc, seq desc limit $4
     ), visits as (
       select l.occurred_at, v.id, v.at from latest l
       cross join lateral (
         select (t.touch->>'id')::uuid as id, to_timestamp((t.touch->>'at')::numeric / 1000) as at
         from json_array_elements(l.body->'touches') as t (touch) order by (t.touch->>'at')::numeric limit 1) v
       where l.kind in ('sale', 'lead') and l.body->>'path' = 'cookie'
     ), ages as (
       select c.agent as browser, extract(epoch from v.occurred_at - v.at)::float8 / 86400 as days from visits v
       left join click c on c.workspace_id = $1 and c.at = v.at and c.id = v.id
     )
     select browser, count(*) as conversions, percentile_cont(0.5) within group (order by days) as median,
       percentile_cont(0.95) within group (order by days) as long_tail, max(days) as longest
     from ages group by browser order by conversions desc, browser limit 50`,
    [workspaceId, new Date(from), new Date(to), most],
  );
}
