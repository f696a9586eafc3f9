import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Whether a partner's people are held to what stays theirs, or shut out. */
export async function hasLeft(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from partner_access where workspace_id = $1 and partner_id = $2`, [
    workspaceId,
    partnerId,
  ]);
  return rows.length > 0;
}

/** From now on the people of a partner read what stays theirs and nothing else; false when that was so already. */
export async function limitAccess(tx: Tx, workspaceId: string, partnerId: string, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    `insert into partner_access (workspace_id, partner_id, limited_at) values ($1, $2, $3) on conflict do nothing returning 1`,
    [workspaceId, partnerId, new Date(at)],
  );
  return rows.length > 0;
}

/** From now on nobody signs in for a partner; how many could until then. */
export async function closeAccess(tx: Tx, workspaceId: string, partnerId: string, at: Instant): Promise<number> {
  await tx.query(
    `insert into partner_access (workspace_id, partner_id, limited_at, closed_at) values ($1, $2, $3, $3)
     on conflict (workspace_id, partner_id) do update set closed_at = coalesce(partner_access.closed_at, excluded.closed_at)`,
    [workspaceId, partnerId, new Date(at)],
  );
  const gone = await tx.query(`delete from membership where workspace_id = $1 and partner_id = $2 returning user_id`, [
    workspaceId,
    partnerId,
  ]);
  return gone.length;
}

/** Partners that are worked with again: whoever signs in for them is let in as before. Their ids. */
export async function reopenAccess(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.query<{ partnerId: string }>(
    `delete from partner_access a using partner p
      where a.workspace_id = $1 and p.workspace_id = a.workspace_id and p.id = a.partner_id and p.stage <> 'ended'
      returning a.partner_id as "partnerId"`,
    [workspaceId],
  );
  return rows.map(({ partnerId }) => partnerId);
}
