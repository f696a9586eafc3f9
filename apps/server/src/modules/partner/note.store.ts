import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface NoteRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly text: string;
  readonly author: Actor;
  readonly createdAt: Instant;
  readonly changedAt: Instant | null;
  readonly removedAt: Instant | null;
}

interface NoteRow {
  id: string;
  partner_id: string;
  text: string;
  author: Actor;
  created_at: Instant;
  changed_at: Instant | null;
  removed_at: Instant | null;
}

const columns = 'id, partner_id, text, author, created_at, changed_at, removed_at';

export async function insertNote(tx: Tx, workspaceId: string, note: NoteRecord): Promise<void> {
  await tx.query(
    `insert into partner_note (workspace_id, id, partner_id, text, author, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, note.id, note.partnerId, note.text, JSON.stringify(note.author), new Date(note.createdAt)],
  );
}

/** The note, locked until the transaction ends; null for an unknown one. */
export async function lockNote(tx: Tx, workspaceId: string, id: string): Promise<NoteRecord | null> {
  const [row] = await tx.query<NoteRow>(`select ${columns} from partner_note where workspace_id = $1 and id = $2 for update`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : fromRow(row);
}

export async function updateNote(tx: Tx, workspaceId: string, note: NoteRecord): Promise<void> {
  await tx.query(`update partner_note set text = $3, changed_at = $4, removed_at = $5 where workspace_id = $1 and id = $2`, [
    workspaceId,
    note.id,
    note.text,
    note.changedAt === null ? null : new Date(note.changedAt),
    note.removedAt === null ? null : new Date(note.removedAt),
  ]);
}

/** Notes that are not removed, newest first, older than `before`. */
export async function selectNotes(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  before: string | null,
  limit: number,
): Promise<NoteRecord[]> {
  const rows = await tx.query<NoteRow>(
    `select ${columns} from partner_note
      where workspace_id = $1 and partner_id = $2 and removed_at is null and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map(fromRow);
}

function fromRow(row: NoteRow): NoteRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    text: row.text,
    author: row.author,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    removedAt: row.removed_at,
  };
}
