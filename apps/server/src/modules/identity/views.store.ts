import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ViewRecord {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly createdAt: Instant;
}

const columns = `id, screen, name, query, created_at as "createdAt"`;

/** A member's views, by name. */
export function selectViews(tx: Tx, workspaceId: string, userId: string, screen: string | null): Promise<ViewRecord[]> {
  return tx.query<ViewRecord>(
    `select ${columns} from saved_view
      where workspace_id = $1 and user_id = $2 and ($3::text is null or screen = $3) order by screen, lower(name), id`,
    [workspaceId, userId, screen],
  );
}

/** Saves a view; false when the member has one of that name there. */
export async function insertView(tx: Tx, workspaceId: string, userId: string, view: ViewRecord): Promise<boolean> {
  const rows = await tx.query(
    `insert into saved_view (workspace_id, id, user_id, screen, name, query, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id`,
    [workspaceId, view.id, userId, view.screen, view.name, JSON.stringify(view.query), new Date(view.createdAt)],
  );
  return rows.length === 1;
}

/** The member's view, locked until the transaction ends; null for nobody's or somebody else's. */
export async function lockView(tx: Tx, workspaceId: string, userId: string, id: string): Promise<ViewRecord | null> {
  const [row] = await tx.query<ViewRecord>(
    `select ${columns} from saved_view where workspace_id = $1 and user_id = $2 and id = $3 for update`,
    [workspaceId, userId, id],
  );
  return row ?? null;
}

export async function updateView(tx: Tx, workspaceId: string, userId: string, view: ViewRecord): Promise<void> {
  await tx.query(`update saved_view set name = $4, query = $5 where workspace_id = $1 and user_id = $2 and id = $3`, [
    workspaceId,
    userId,
    view.id,
    view.name,
    JSON.stringify(view.query),
  ]);
}

/** Removes a member's view; false when there was none. */
export async function deleteView(tx: Tx, workspaceId: string, userId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`delete from saved_view where workspace_id = $1 and user_id = $2 and id = $3 returning id`, [
    workspaceId,
    userId,
    id,
  ]);
  return rows.length === 1;
}
