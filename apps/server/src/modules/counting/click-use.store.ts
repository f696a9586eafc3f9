import type { Tx } from '../../platform/db/index.ts';

/*
 * Which leads and sales froze a click. Follows from the facts and is filled behind them; what has not been looked at yet is
 * read from the facts themselves, so that an answer is never behind.
 */

const FROZEN = `select (touch->>'id')::uuid as click_id, f.seq
  from fact f cross join lateral json_array_elements(f.body->'touches') touch
 where f.workspace_id = $1 and f.kind in ('sale', 'lead')`;

/** Looks at the next `most` facts of a workspace; false when there were none. */
export async function advanceClickUses(tx: Tx, workspaceId: string, most: number): Promise<boolean> {
  await tx.query(`insert into click_use_head (workspace_id, seq) values ($1, 0) on conflict do nothing`, [workspaceId]);
  const [head] = await tx.query<{ seq: bigint; last: bigint }>(
    `select h.seq, f.seq as last from click_use_head h join fact_head f on f.workspace_id = h.workspace_id
      where h.workspace_id = $1 for update of h`,
    [workspaceId],
  );
  if (head === undefined || head.seq >= head.last) return false;
  const through = head.seq + BigInt(most) < head.last ? head.seq + BigInt(most) : head.last;
  await tx.query(
    `insert into click_use (workspace_id, click_id, fact_seq)
     select $1, click_id, seq from (${FROZEN} and f.seq > $2 and f.seq <= $3) found on conflict do nothing`,
    [workspaceId, head.seq, through],
  );
  await tx.query(`update click_use_head set seq = $2 where workspace_id = $1`, [workspaceId, through]);
  return true;
}

/** The leads and sales that froze a click, in their order. */
export async function usesOfClick(tx: Tx, workspaceId: string, clickId: string, most: number): Promise<bigint[]> {
  const rows = await tx.query<{ seq: bigint }>(
    `select fact_seq as seq from click_use where workspace_id = $1 and click_id = $2
     union
     select seq from (${FROZEN} and f.seq > coalesce((select h.seq from click_use_head h where h.workspace_id = $1), 0)) recent
      where click_id = $2
     order by seq limit $3`,
    [workspaceId, clickId, most],
  );
  return rows.map(({ seq }) => seq);
}
