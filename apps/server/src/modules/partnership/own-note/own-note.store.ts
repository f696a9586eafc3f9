import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface OwnNoteRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly sealed: Buffer;
  readonly userId: string;
  readonly author: string | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant | null;
  readonly removedAt: Instant | null;
}

interface Row {
  id: string;
  partner_id: string;
  sealed: Buffer;
  user_id: string;
  author: string | null;
  created_at: Instant;
  changed_at: Instant | null;
  removed_at: Instant | null;
}

const selected = `select n.id, n.partner_id, n.sealed, n.user_id, n.created_at, n.changed_at, n.removed_at,
    (select u.name from auth_user u where u.id = n.user_id) as author
  from partner_own_note n where n.workspace_id = $1 and n.partner_id = $2`;

/** Notes that are not removed, newest first, older than `before`. */
export async function selectOwnNotes(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  before: string | null,
  limit: number,
): Promise<OwnNoteRecord[]> {
  const rows = await tx.query<Row>(
    `${selected} and n.removed_at is null and ($3::uuid is null or n.id < $3) order by n.id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map(fromRow);
}

/** A note of this partner, locked until the transaction ends; null for an unknown one and for another's. */
export async function lockOwnNote(tx: Tx, workspaceId: string, partnerId: string, id: string): Promise<OwnNoteRecord | null> {
  const [row] = await tx.query<Row>(`${selected} and n.id = $3 for update of n`, [workspaceId, partnerId, id]);
  return row === undefined ? null : fromRow(row);
}

export async function insertOwnNote(tx: Tx, workspaceId: string, note: OwnNoteRecord): Promise<void> {
  await tx.query(
    `insert into partner_own_note (workspace_id, id, partner_id, sealed, user_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, note.id, note.partnerId, note.sealed, note.userId, new Date(note.createdAt)],
  );
}

export async function updateOwnNote(tx: Tx, workspaceId: string, note: OwnNoteRecord): Promise<void> {
  await tx.query(
    `update partner_own_note set sealed = $3, changed_at = $4, removed_at = $5 where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      note.id,
      note.sealed,
      note.changedAt === null ? null : new Date(note.changedAt),
      note.removedAt === null ? null : new Date(note.removedAt),
    ],
  );
}

function fromRow(row: Row): OwnNoteRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    sealed: row.sealed,
    userId: row.user_id,
    author: row.author,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    removedAt: row.removed_at,
  };
}
