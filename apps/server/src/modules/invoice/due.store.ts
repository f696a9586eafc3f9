import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

const AT_ONCE = 2000;

/** Documents that wait to be made available, or whose days to contest are over, oldest first. */
export async function selectDue(tx: Tx, workspaceId: string, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from invoice
      where workspace_id = $1 and (state = 'issued' or (state = 'delivered' and contest_until <= $2)) order by id limit $3`,
    [workspaceId, new Date(now), AT_ONCE],
  );
  return rows.map(({ id }) => id);
}

/** The days its mandate gives to contest a document. */
export async function contestDaysOf(tx: Tx, workspaceId: string, id: string): Promise<number> {
  const [row] = await tx.query<{ days: number }>(
    `select m.contest_days as days from invoice i
       join billing_mandate m on m.workspace_id = i.workspace_id and m.id = i.mandate_id
      where i.workspace_id = $1 and i.id = $2`,
    [workspaceId, id],
  );
  if (row === undefined) throw new Error(`document ${id} has no mandate`);
  return row.days;
}

/** Documents of these partners that somebody contests, and those nobody accepted yet, by partner. */
export async function unsettledOf(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<Map<string, { contested: boolean; waiting: boolean }>> {
  const rows = await tx.query<{ partner_id: string; contested: boolean; waiting: boolean }>(
    `select partner_id, bool_or(state = 'contested') as contested, bool_or(state <> 'contested') as waiting from invoice
      where workspace_id = $1 and partner_id = any($2::uuid[]) and state in ('issued', 'delivered', 'contested', 'submitted')
      group by partner_id`,
    [workspaceId, partnerIds],
  );
  return new Map(rows.map(({ partner_id: id, contested, waiting }) => [id, { contested, waiting }]));
}
