import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface PartnerMoment {
  readonly partnerId: string;
  readonly at: Instant;
}

export interface ClickPace {
  readonly inHour: number;
  readonly before: number;
  readonly hoursBefore: number;
}

/** For each moment, the partner's clicks of people in the hour up to it, and in the thirty days before that day. */
export async function clickPaces(tx: Tx, workspaceId: string, moments: readonly PartnerMoment[]): Promise<ClickPace[]> {
  if (moments.length === 0) return [];
  const rows = await tx.query<{ in_hour: string; before: string }>(
    `select (select count(*) from click c
              where c.workspace_id = $1 and c.at > m.at - interval '1 hour' and c.at <= m.at
                and c.at > $4 and c.at <= $5 and c.partner_id = m.partner_id and c.flag is distinct from 'bot')::text as in_hour,
            (select coalesce(sum(d.clicks + d.repeats), 0) from click_daily d
              where d.workspace_id = $1 and d.partner_id = m.partner_id
                and d.day >= (m.at at time zone 'UTC')::date - 30 and d.day < (m.at at time zone 'UTC')::date)::text as before
       from unnest($2::uuid[], $3::timestamptz[]) with ordinality as m (partner_id, at, place) order by m.place`,
    [
      workspaceId,
      moments.map(({ partnerId }) => partnerId),
      moments.map(({ at }) => new Date(at)),
      new Date(Math.min(...moments.map(({ at }) => at)) - HOUR),
      new Date(Math.max(...moments.map(({ at }) => at))),
    ],
  );
  return rows.map((row) => ({ inHour: Number(row.in_hour), before: Number(row.before), hoursBefore: (30 * DAY) / HOUR }));
}

/** The other clicks of the browsers that made these clicks, as `[click, other click]`, at most the latest 200 of each browser. */
export async function clicksOfSameBrowser(
  tx: Tx,
  workspaceId: string,
  clicks: readonly { readonly id: string; readonly at: Instant }[],
  since: Instant,
): Promise<(readonly [string, string])[]> {
  if (clicks.length === 0) return [];
  const instants = clicks.map(({ at }) => at);
  const rows = await tx.query<{ id: string; other: string }>(
    `select c.id, o.id as other
       from unnest($2::uuid[], $3::timestamptz[]) as asked (id, at)
       join click c on c.workspace_id = $1 and c.at = asked.at and c.id = asked.id
       cross join lateral (
         select id from click where workspace_id = $1 and visitor_id = c.visitor_id and at between $4 and $5
          order by at desc limit 200) o
      where c.at between $6 and $5`,
    [
      workspaceId,
      clicks.map(({ id }) => id),
      instants.map((at) => new Date(at)),
      new Date(since),
      new Date(Math.max(...instants)),
      new Date(Math.min(...instants)),
    ],
  );
  return rows.map((row) => [row.id, row.other] as const);
}
