import type { TouchFlag } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

const CURSOR = 'paid-clicks';

/** A click of a program whose plan pays clicks. */
export interface PaidClick {
  readonly workspaceId: string;
  readonly id: string;
  readonly at: Instant;
  readonly enrollmentId: string;
  readonly linkId: string;
  readonly subId: string | null;
  readonly flag: TouchFlag | null;
}

export interface PaidClicks {
  readonly clicks: readonly PaidClick[];
  /** Where the cursor goes once they are recorded; null when there is nothing settled beyond it. */
  readonly through: bigint | null;
}

/**
 * The next settled clicks of programs that pay for clicks, of all workspaces (the scope is `*`), in the order they were stored.
 * Programs that do not pay them cost nothing here: their clicks are passed over. A click another process took for a first one,
 * though the same visitor used the link within the program's minutes, is judged here: it counts as a repeat.
 */
export async function nextPaidClicks(tx: Tx, limit: number): Promise<PaidClicks> {
  await tx.query(`insert into rollup_cursor (name, seq) values ('${CURSOR}', 0) on conflict do nothing`);
  const [cursor] = await tx.query<{ seq: bigint; settled: bigint }>(
    `select seq, coalesce((select seq from rollup_cursor where name = 'clicks'), 0) as settled
       from rollup_cursor where name = '${CURSOR}' for update`,
  );
  if (cursor === undefined || cursor.seq >= cursor.settled) return { clicks: [], through: null };
  const rows = await tx.query<ClickRow>(
    `with paying as (
       select distinct p.workspace_id, p.program_id from plan p join plan_version v on v.workspace_id = p.workspace_id and v.plan_id = p.id
        where v.published_at is not null and v.document::jsonb @? '$.rules[*] ? (@.on == "click")')
     select c.workspace_id, c.id, c.at, c.seq, c.enrollment_id, c.link_id, c.sub_id, case
         when c.flag is null and c.visitor_id is not null and exists (
           select 1 from click e
            where e.workspace_id = c.workspace_id and e.visitor_id = c.visitor_id and e.link_id = c.link_id and e.flag is null
              and e.at > c.at - p.repeat_minutes * interval '1 minute' and (e.at, e.id) < (c.at, c.id) and e.seq <= $2)
         then 'repeat' else c.flag end as flag
       from click c join paying using (workspace_id, program_id)
       join program p on p.workspace_id = c.workspace_id and p.id = c.program_id
      where c.seq > $1 and c.seq <= $2 order by c.seq limit $3`,
    [cursor.seq, cursor.settled, limit],
  );
  const last = rows.length < limit ? cursor.settled : rows.at(-1)?.seq;
  return { clicks: rows.map(fromRow), through: last ?? cursor.settled };
}

/** Moves the cursor, in the transaction that read from it. */
export async function movePaidCursor(tx: Tx, through: bigint): Promise<void> {
  await tx.query(`update rollup_cursor set seq = $1 where name = '${CURSOR}'`, [through]);
}

interface ClickRow {
  workspace_id: string;
  id: string;
  at: number;
  seq: bigint;
  enrollment_id: string;
  link_id: string;
  sub_id: string | null;
  flag: TouchFlag | null;
}

function fromRow(row: ClickRow): PaidClick {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    at: row.at,
    enrollmentId: row.enrollment_id,
    linkId: row.link_id,
    subId: row.sub_id,
    flag: row.flag,
  };
}
