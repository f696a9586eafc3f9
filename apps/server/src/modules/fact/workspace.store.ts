import { transaction, type Tx, withWorkspace, type Database } from '../../platform/db/index.ts';

export interface WorkspaceKeys {
  /** Keys the opaque ids of customers. */
  readonly customerKey: Buffer;
  /** In which days begin and end. */
  readonly zone: string;
}

const known = new WeakMap<Database, Map<string, WorkspaceKeys>>();

/** What every event of a workspace needs; read once per process, for neither ever changes: a replay would not give the same. */
export async function workspaceKeys(db: Database, workspaceId: string): Promise<WorkspaceKeys> {
  const found = known.get(db)?.get(workspaceId);
  if (found !== undefined) return found;
  const [row] = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return tx.query<{ customer_key: Buffer; zone: string }>('select customer_key, zone from workspace where id = $1', [
      workspaceId,
    ]);
  });
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  const keys = { customerKey: row.customer_key, zone: row.zone };
  const kept = known.get(db) ?? new Map<string, WorkspaceKeys>();
  known.set(db, kept.set(workspaceId, keys));
  return keys;
}

/** All workspaces of this installation, for jobs that visit each of them. */
export async function workspaceIds(db: Database): Promise<string[]> {
  const rows = await transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return tx.query<{ id: string }>('select id from workspace order by id');
  });
  return rows.map(({ id }) => id);
}

/** The zone in which the company's days begin. */
export async function zoneOf(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ zone: string }>(`select zone from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row.zone;
}

/** The currency the company keeps its books in. */
export async function homeCurrencyOf(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ currency: string }>(`select currency from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row.currency;
}
