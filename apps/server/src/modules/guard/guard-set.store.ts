import type { GuardSet } from '@cordee/core/guard';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface SetRecord {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly document: GuardSet;
  readonly createdAt: Instant;
  readonly retiredAt: Instant | null;
}

const columns = `id, name, country, document, created_at as "createdAt", retired_at as "retiredAt"`;

/** Sets of the company's own, the newest first; those that are switched off only if asked for. */
export function selectSets(tx: Tx, workspaceId: string, withRetired: boolean): Promise<SetRecord[]> {
  return tx.query<SetRecord>(
    `select ${columns} from guard_set where workspace_id = $1 and ($2 or retired_at is null) order by id desc limit 200`,
    [workspaceId, withRetired],
  );
}

/** A set, switched off or not. */
export async function findSet(tx: Tx, workspaceId: string, id: string): Promise<SetRecord | null> {
  const [row] = await tx.query<SetRecord>(`select ${columns} from guard_set where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row ?? null;
}

export async function insertSet(
  tx: Tx,
  workspaceId: string,
  record: Omit<SetRecord, 'retiredAt'>,
  actor: unknown,
): Promise<void> {
  const { id, name, country, document, createdAt } = record;
  await tx.query(
    `insert into guard_set (workspace_id, id, name, country, document, created_at, actor) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, name, country, JSON.stringify(document), new Date(createdAt), JSON.stringify(actor)],
  );
}

/** Switches a set off at a time, or on with null; false where it is so already, or is not there. */
export async function setRetired(tx: Tx, workspaceId: string, id: string, at: Instant | null): Promise<boolean> {
  const rows = await tx.query(
    `update guard_set set retired_at = $3 where workspace_id = $1 and id = $2 and (retired_at is null) = ($3::timestamptz is not null)
      returning id`,
    [workspaceId, id, at === null ? null : new Date(at)],
  );
  return rows.length > 0;
}

export interface SetEvent {
  readonly at: Instant;
  readonly action: string;
  readonly actor: unknown;
}

/** What was done about a set, as the audit trail has it, in order. */
export function selectSetEvents(tx: Tx, workspaceId: string, subject: string): Promise<SetEvent[]> {
  return tx.query<SetEvent>(
    `select at, action, actor from audit where workspace_id = $1 and subject = $2 and action like 'guard_set.%' order by at, id limit 200`,
    [workspaceId, subject],
  );
}

/** The country the company is in. */
export async function countryOf(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ country: string }>(`select country from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row.country;
}
