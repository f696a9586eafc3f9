import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface JourneyFilter {
  readonly from: Instant;
  readonly to: Instant;
  readonly programId: string | null;
  /** How long before its end a touchpoint still belongs to a journey. */
  readonly days: number;
  readonly most: number;
}

export interface Journey {
  /** Partners in the order they were seen. */
  readonly partners: readonly string[];
  readonly times: number;
}

/** Equal journeys that end in a fact of the kind, counted together by the database. Robots' and repeated clicks are left out. */
export async function selectJourneys(
  tx: Tx,
  workspaceId: string,
  kind: 'sale' | 'lead',
  filter: JourneyFilter,
): Promise<Journey[]> {
  const rows = await tx.query<{ partners: string[]; times: bigint }>(
    `with ${endsOf(kind)}, seen as (
       select e.seq, (t.touch->>'at')::numeric as at, t.touch->>'id' as id, (t.touch->>'enrollmentId')::uuid as enrollment_id
         from ends e
         join fact f on f.workspace_id = $1 and f.customer_id = e.customer_id and f.seq <= e.seq
         cross join lateral json_array_elements(f.body->'touches') as t (touch)
        where t.touch->>'flag' is null
       union
       select e.seq, extract(epoch from f.occurred_at) * 1000, o.kind || ' ' || f.seq, o.enrollment_id
         from ends e
         join fact f on f.workspace_id = $1 and f.customer_id = e.customer_id and f.seq <= e.seq
         cross join lateral (
           select distinct on (w.kind) w.kind, w.enrollment_id from code_owner w
            where w.workspace_id = $1 and w.from_at <= f.occurred_at
              and ((w.kind = 'code' and w.code = f.body->>'code') or (w.kind = 'coupon' and w.code = f.body->>'coupon'))
            order by w.kind, w.from_at desc, w.number desc) o
        where f.body->>'code' is not null or f.body->>'coupon' is not null
       union
       select e.seq, extract(epoch from f.occurred_at) * 1000, f.body->>'contributionId', (f.body->>'enrollmentId')::uuid
         from ends e
         join fact f on f.workspace_id = $1 and f.customer_id = e.customer_id and f.seq <= e.seq
        where f.kind in ('deal', 'introduction', 'contribution', 'lead')
          and f.body->>'contributionId' is not null and f.body->>'enrollmentId' is not null
     ), placed as (
       select s.seq, s.at, s.id, n.partner_id from seen s
         join ends e on e.seq = s.seq
         join enrollment n on n.workspace_id = $1 and n.id = s.enrollment_id and ($4::uuid is null or n.program_id = $4)
        where s.at <= extract(epoch from e.occurred_at) * 1000 and s.at > extract(epoch from e.occurred_at) * 1000 - $6 * 86400000.0
     ), journeys as (select seq, array_agg(partner_id::text order by at, id) as partners from placed group by seq)
     select partners, count(*) as times from journeys group by partners order by times desc, partners limit 20000`,
    [workspaceId, new Date(filter.from), new Date(filter.to), filter.programId, filter.most, filter.days],
  );
  return rows.map(({ partners, times }) => ({ partners, times: Number(times) }));
}

/** The compared sales, and each partner's part of them by the rules that were in force. */
export async function selectInForce(
  tx: Tx,
  workspaceId: string,
  filter: JourneyFilter,
): Promise<{ sales: number; parts: ReadonlyMap<string, number> }> {
  const rows = await tx.query<{ sales: bigint; partner_id: string | null; part: number | null }>(
    `with ${endsOf('sale')}, parts as (
       select k.credit->>'partnerId' as partner_id,
         sum(split_part(k.credit->>'share', '/', 1)::numeric / split_part(k.credit->>'share', '/', 2)::numeric)::float8 as part
       from ends e join decision d on d.workspace_id = $1 and d.fact_seq = e.seq
       cross join lateral json_array_elements(d.detail->'credits') as k (credit)
       where $6::int is not null group by 1)
     select (select count(*) from ends) as sales, p.partner_id, p.part from (select 1) one left join parts p on true`,
    [workspaceId, new Date(filter.from), new Date(filter.to), filter.programId, filter.most, filter.days],
  );
  const parts = rows.flatMap(({ partner_id: id, part }): [string, number][] =>
    id === null || part === null ? [] : [[id, part]],
  );
  return { sales: Number(rows[0]?.sales ?? 0n), parts: new Map(parts) };
}

/** The latest sales of the period; or its leads whose customers never bought. */
function endsOf(kind: 'sale' | 'lead'): string {
  const lost =
    kind === 'sale'
      ? ''
      : ` and not exists (select 1 from fact b where b.workspace_id = $1 and b.customer_id = f.customer_id and b.kind = 'sale')`;
  return `ends as (
    select f.seq, f.customer_id, f.occurred_at from fact f left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
     where f.workspace_id = $1 and f.kind = '${kind}' and f.occurred_at >= $2 and f.occurred_at < $3
       and ($4::uuid is null or d.program_id = $4)${lost}
     order by f.occurred_at desc, f.seq desc limit $5)`;
}
