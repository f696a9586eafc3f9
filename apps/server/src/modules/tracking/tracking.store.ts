import { randomBytes } from 'node:crypto';
import type { Instant } from '@cordee/core/time';
import { transaction, type Database, type Queryable, type Tx } from '../../platform/db/index.ts';
import { SETTLING_LOCK } from './clicks/click-copy.store.ts';
import type { SiteEntry } from './links/link-map.ts';

const CURSOR = 'clicks';
const LOCK_NOT_AVAILABLE = '55P03';

/** A workspace with what its redirects need; the caller sees it. */
export async function loadSite(tx: Queryable, workspaceId: string): Promise<SiteEntry | null> {
  const [site] = await tx.query<SiteEntry>(
    `select w.id as "workspaceId", w.slug, w.tracking_hosts as hosts,
      (select p.destination_url from program p where p.workspace_id = w.id and p.archived_at is null
        order by (select t.precedence from program_terms t
            where t.workspace_id = p.workspace_id and t.program_id = p.id and t.from_at <= now()
            order by t.from_at desc, t.number desc limit 1), p.created_at, p.id limit 1) as "homePage"
    from workspace w where w.id = $1`,
    [workspaceId],
  );
  return site ?? null;
}

/** What changes when the terms or the hosts of a workspace do, or when an announced state begins. The caller sees all workspaces. */
export async function readLinkVersions(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; version: string }>(`
    select w.id, concat_ws(' ', h.terms_version, w.slug, array_to_string(w.tracking_hosts, ','), s.begun) as version
    from workspace w
    left join fact_head h on h.workspace_id = w.id
    left join (select workspace_id, count(*) as begun from enrollment_state where from_at <= now() group by 1) s
      on s.workspace_id = w.id`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The key of a day (UTC, `2026-11-23`), made by whichever process asks first. */
export async function daySalt(db: Database, day: string): Promise<Buffer> {
  await db.query('insert into address_salt (day, key) values ($1::date, $2) on conflict do nothing', [day, randomBytes(32)]);
  const [row] = await db.query<{ key: Buffer }>('select key from address_salt where day = $1::date', [day]);
  if (row === undefined) throw new Error(`the key of ${day} was destroyed`);
  return row.key;
}

/** Destroys the keys of the days before `day`; how many there were. */
export async function deleteSaltsBefore(db: Database, day: string): Promise<number> {
  const rows = await db.query('delete from address_salt where day < $1::date returning day', [day]);
  return rows.length;
}

/**
 * A number up to which every click is committed or will never be. Writers share the lock for the length of a batch, so having
 * it alone for an instant means that none is half-way; null when one does not finish within half a second.
 */
export async function settledSeq(db: Database): Promise<bigint | null> {
  try {
    return await transaction(db, async (tx) => {
      await tx.query(`set local lock_timeout = '500ms'`);
      await tx.query(`select pg_advisory_xact_lock(${SETTLING_LOCK})`);
      const [row] = await tx.query<{ seq: bigint | null }>(`select pg_sequence_last_value('click_seq') as seq`);
      return row?.seq ?? 0n;
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  }
}

/** Locks the cursor of the sums until the transaction ends: whoever holds it is the only one to sum. */
export async function lockCursor(tx: Tx): Promise<bigint> {
  await tx.query(`insert into rollup_cursor (name, seq) values ('${CURSOR}', 0) on conflict do nothing`);
  const [row] = await tx.query<{ seq: bigint }>(`select seq from rollup_cursor where name = '${CURSOR}' for update`);
  if (row === undefined) throw new Error('the cursor of the sums is gone');
  return row.seq;
}

/** `settledAt`: the instant every click numbered up to `seq` had arrived by; null leaves the last one. */
export async function moveCursor(tx: Tx, seq: bigint, settledAt: Instant | null): Promise<void> {
  const at = settledAt === null ? null : new Date(settledAt);
  await tx.query(`update rollup_cursor set seq = $1, settled_at = coalesce($2, settled_at) where name = '${CURSOR}'`, [seq, at]);
}

const adding = `do update
        set clicks = d.clicks + excluded.clicks, repeats = d.repeats + excluded.repeats, bots = d.bots + excluded.bots`;
const added = 'sum(clicks), sum(repeats), sum(bots)';

/** Adds the clicks numbered (after, through] to all sums, each on its day in the zone of its workspace. How many there were. */
export async function sumClicks(tx: Tx, after: bigint, through: bigint): Promise<number> {
  const [row] = await tx.query<{ clicks: bigint }>(
    `with fresh as materialized (
      select c.workspace_id, c.partner_id, c.program_id, c.link_id, coalesce(c.sub_id, '') as sub_id,
        (c.at at time zone w.zone)::date as day,
        count(*) filter (where c.flag is null) as clicks,
        count(*) filter (where c.flag = 'repeat') as repeats,
        count(*) filter (where c.flag = 'bot') as bots
      from click c join workspace w on w.id = c.workspace_id
      where c.seq > $1 and c.seq <= $2
      group by 1, 2, 3, 4, 5, 6
    ), by_link as (
      insert into click_daily_link as d (workspace_id, partner_id, link_id, sub_id, day, program_id, clicks, repeats, bots)
      select workspace_id, partner_id, link_id, sub_id, day, program_id, clicks, repeats, bots from fresh
      on conflict (workspace_id, partner_id, link_id, sub_id, day, program_id) ${adding}
    ), by_partner as (
      insert into click_daily as d (workspace_id, partner_id, day, program_id, clicks, repeats, bots)
      select workspace_id, partner_id, day, program_id, ${added} from fresh group by 1, 2, 3, 4
      on conflict (workspace_id, partner_id, day, program_id) ${adding}
    ), by_program as (
      insert into click_daily_total as d (workspace_id, day, program_id, clicks, repeats, bots)
      select workspace_id, day, program_id, ${added} from fresh group by 1, 2, 3
      on conflict (workspace_id, day, program_id) ${adding}
    )
    select coalesce(sum(clicks + repeats + bots), 0)::bigint as clicks from fresh`,
    [after, through],
  );
  return Number(row?.clicks ?? 0n);
}

export async function workspaceZone(tx: Queryable, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ zone: string }>('select zone from workspace where id = $1', [workspaceId]);
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  return row.zone;
}
