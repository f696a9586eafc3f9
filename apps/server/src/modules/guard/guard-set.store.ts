import type { GuardSet } from '@cordee/core/guard';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface SetRecord {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly document: GuardSet;
  readonly createdAt: Instant;
}

const columns = `id, name, country, document, created_at as "createdAt"`;

/** Sets of the company's own that are not retired, the newest first. */
export function selectSets(tx: Tx, workspaceId: string): Promise<SetRecord[]> {
  return tx.query<SetRecord>(
    `select ${columns} from guard_set where workspace_id = $1 and retired_at is null order by id desc limit 200`,
    [workspaceId],
  );
}

export async function findSet(tx: Tx, workspaceId: string, id: string): Promise<SetRecord | null> {
  const [row] = await tx.query<SetRecord>(
    `select ${columns} from guard_set where workspace_id = $1 and id = $2 and retired_at is null`,
    [workspaceId, id],
  );
  return row ?? null;
}

export async function insertSet(tx: Tx, workspaceId: string, record: SetRecord, actor: unknown): Promise<void> {
  const { id, name, country, document, createdAt } = record;
  await tx.query(
    `insert into guard_set (workspace_id, id, name, country, document, created_at, actor) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, name, country, JSON.stringify(document), new Date(createdAt), JSON.stringify(actor)],
  );
}

export async function retireSet(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update guard_set set retired_at = $3 where workspace_id = $1 and id = $2 and retired_at is null returning id`,
    [workspaceId, id, new Date(at)],
  );
  return rows.length > 0;
}
