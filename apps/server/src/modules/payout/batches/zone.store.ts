import type { Tx } from '../../../platform/db/index.ts';

/** The zone in which the company's days begin. */
export async function zoneOf(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ zone: string }>(`select zone from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row.zone;
}
