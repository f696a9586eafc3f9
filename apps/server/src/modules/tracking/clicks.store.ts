import type { FactTouch, TouchFlag } from '@cordee/core/counting';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Queryable } from '../../platform/db/index.ts';

interface TouchRow {
  readonly key: string;
  readonly id: string;
  readonly at: Instant;
  readonly enrollment_id: string;
  readonly link_id: string;
  readonly sub_id: string | null;
  readonly flag: TouchFlag | null;
}

const TOUCH_COLUMNS = 'c.id, c.at, c.enrollment_id, c.link_id, c.sub_id, c.flag';

/** Clicks by id and instant. The instants lead each to its own month; the bounds keep the plan from opening the others. */
export async function clicksById(
  tx: Queryable,
  workspaceId: string,
  ids: readonly string[],
  instants: readonly Instant[],
): Promise<Map<string, FactTouch[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<TouchRow>(
    `select c.id as key, ${TOUCH_COLUMNS}
    from unnest($2::uuid[], $3::timestamptz[]) as asked (id, at)
    join click c on c.workspace_id = $1 and c.at = asked.at and c.id = asked.id
    where c.at between $4 and $5`,
    [workspaceId, ids, instants.map((at) => new Date(at)), new Date(least(instants)), new Date(greatest(instants))],
  );
  return touchesByKey(rows);
}

/** The latest `most` clicks of each visitor in [from, until]. */
export async function clicksByVisitor(
  tx: Queryable,
  workspaceId: string,
  visitors: readonly string[],
  window: { readonly from: Instant; readonly until: Instant; readonly most: number },
): Promise<Map<string, FactTouch[]>> {
  if (visitors.length === 0) return new Map();
  const rows = await tx.query<TouchRow>(
    `select asked.id as key, ${TOUCH_COLUMNS}
    from unnest($2::uuid[]) as asked (id)
    cross join lateral (
      select id, at, enrollment_id, link_id, sub_id, flag from click
      where workspace_id = $1 and visitor_id = asked.id and at between $3 and $4
      order by at desc limit $5
    ) c`,
    [workspaceId, visitors, new Date(window.from), new Date(window.until), window.most],
  );
  return touchesByKey(rows);
}

function touchesByKey(rows: readonly TouchRow[]): Map<string, FactTouch[]> {
  const touches = new Map<string, FactTouch[]>();
  for (const row of rows) {
    const list = touches.get(row.key) ?? [];
    list.push(toTouch(row));
    touches.set(row.key, list);
  }
  return touches;
}

function toTouch(row: TouchRow): FactTouch {
  return {
    id: row.id,
    at: row.at,
    enrollmentId: row.enrollment_id,
    linkId: row.link_id,
    ...(row.sub_id === null ? {} : { subId: row.sub_id }),
    ...(row.flag === null ? {} : { flag: row.flag }),
  };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

export interface SeriesFilter {
  readonly partnerId: string | null;
  readonly programId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** No raw click before this is read: what is older has long been summed. */
  readonly rawFrom: Instant;
}

export interface ClickDay {
  readonly day: LocalDate;
  readonly clicks: number;
  readonly repeats: number;
  readonly bots: number;
}

/**
 * Clicks by day, both ends included: the sums, and what arrived since the last one. One statement, so that a sum made
 * meanwhile is seen entirely or not at all.
 */
export async function clickDays(tx: Queryable, workspaceId: string, filter: SeriesFilter): Promise<ClickDay[]> {
  const { text, values } = clickDaysStatement(workspaceId, filter);
  const rows = await tx.query<{ day: LocalDate; clicks: bigint; repeats: bigint; bots: bigint }>(text, values);
  return rows.map(({ day, clicks, repeats, bots }) => ({
    day,
    clicks: Number(clicks),
    repeats: Number(repeats),
    bots: Number(bots),
  }));
}

/** The statement behind `clickDays`, apart so that a test can ask for its plan. */
export function clickDaysStatement(workspaceId: string, filter: SeriesFilter): { text: string; values: unknown[] } {
  const table = filter.partnerId === null ? 'click_daily_total' : 'click_daily';
  const values: unknown[] = [workspaceId, filter.from, filter.to, new Date(filter.rawFrom)];
  const narrow = (column: string, value: string | null): string => {
    if (value === null) return '';
    const known = values.indexOf(value);
    return ` and ${column} = $${known >= 0 ? known + 1 : values.push(value)}`;
  };
  const only = narrow('partner_id', filter.partnerId) + narrow('program_id', filter.programId);
  // Each bound is a look-up of its own and nothing around it: a \`coalesce\` outside would not be looked up in the index before
  // row-level security, and every click of two days be read.
  const text = `
    with raw as (
      select (c.at at time zone w.zone)::date as day, c.flag
      from click c, workspace w
      where c.workspace_id = $1 and w.id = $1
        and c.at >= $4
        and c.at >= (select coalesce(max(settled_at) - interval '5 minutes', $4) from rollup_cursor where name = 'clicks')
        and c.seq > (select coalesce(max(seq), 0) from rollup_cursor where name = 'clicks')${only}
    ), days as (
      select day, clicks, repeats, bots from ${table}
      where workspace_id = $1 and day between $2::date and $3::date${only}
      union all
      select day, count(*) filter (where flag is null), count(*) filter (where flag = 'repeat'), count(*) filter (where flag = 'bot')
      from raw where day between $2::date and $3::date group by day
    )
    select day, sum(clicks)::bigint as clicks, sum(repeats)::bigint as repeats, sum(bots)::bigint as bots
    from days group by day order by day`;
  return { text, values };
}

export interface MonthCount {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly clicks: number;
}

/** Clicks before an instant that are in the sums, by month. */
export async function countClicksBefore(tx: Queryable, workspaceId: string, before: Instant): Promise<MonthCount[]> {
  return months(
    await tx.query<MonthRow>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as clicks from click
      where workspace_id = $1 and at < $2 and seq <= ${SUMMED} group by 1 order by 1`,
      [workspaceId, new Date(before)],
    ),
  );
}

/** Deletes them; what was deleted, by month. */
export async function deleteClicksBefore(tx: Queryable, workspaceId: string, before: Instant): Promise<MonthCount[]> {
  return months(
    await tx.query<MonthRow>(
      `with gone as (
        delete from click where workspace_id = $1 and at < $2 and seq <= ${SUMMED} returning at
      )
      select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as clicks from gone group by 1 order by 1`,
      [workspaceId, new Date(before)],
    ),
  );
}

interface MonthRow {
  readonly month: string;
  readonly clicks: bigint;
}

const SUMMED = `coalesce((select seq from rollup_cursor where name = 'clicks'), 0)`;

function months(rows: readonly MonthRow[]): MonthCount[] {
  return rows.map(({ month, clicks }) => ({ month, clicks: Number(clicks) }));
}

/** Time for a sale that arrives late, and for a claim about it. */
export const MARGIN_DAYS = 30;

/** The longest attribution window of any plan ever published, in days; 0 when there is none. */
export async function longestWindowDays(tx: Queryable, workspaceId: string): Promise<number> {
  const [row] = await tx.query<{ days: number | null }>(
    `select greatest(max((document #>> '{attribution,windowDays}')::int),
      max((select max(value::int) from json_each_text(document #> '{attribution,windows}')))) as days
    from plan_version where workspace_id = $1 and published_at is not null`,
    [workspaceId],
  );
  return row?.days ?? 0;
}

/** How many days each workspace that says so keeps clicks: at least what its plans may still look back, and thirty days. */
export async function clickRetentions(tx: Queryable): Promise<{ workspaceId: string; days: number }[]> {
  const rows = await tx.query<{ id: string; days: number }>(
    `select id, click_retention_days as days from workspace where click_retention_days is not null order by id`,
  );
  const retentions: { workspaceId: string; days: number }[] = [];
  for (const { id, days } of rows) {
    retentions.push({ workspaceId: id, days: Math.max(days, (await longestWindowDays(tx, id)) + MARGIN_DAYS) });
  }
  return retentions;
}
