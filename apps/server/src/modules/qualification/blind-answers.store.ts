import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/**
 * What sides answered. The database shows a transaction the answers of the side it has said it reads for, and both once they are revealed
 * (policy `own_side`); the bytes are sealed besides. All statements about this table stand here.
 */
async function readFor(tx: Tx, side: Side | 'nobody'): Promise<void> {
  await tx.query(`select set_config('cordee.qualification_side', $1, true)`, [side]);
}

/** The sealed bytes of a side; null when it has kept nothing. */
export async function selectOwn(tx: Tx, workspaceId: string, id: string, side: Side): Promise<Buffer | null> {
  await readFor(tx, side);
  const [row] = await tx.query<{ sealed: Buffer }>(
    `select sealed from qualification_answer where workspace_id = $1 and qualification_id = $2 and side = $3`,
    [workspaceId, id, side],
  );
  await readFor(tx, 'nobody');
  return row?.sealed ?? null;
}

/** The sealed bytes of both sides, once they are revealed; null before. */
export async function selectRevealed(tx: Tx, workspaceId: string, id: string): Promise<Readonly<Record<Side, Buffer>> | null> {
  await readFor(tx, 'nobody');
  const rows = await tx.query<{ side: Side; sealed: Buffer }>(
    `select side, sealed from qualification_answer where workspace_id = $1 and qualification_id = $2`,
    [workspaceId, id],
  );
  const of = (side: Side) => rows.find((row) => row.side === side)?.sealed;
  const [company, partner] = [of('company'), of('partner')];
  return company === undefined || partner === undefined ? null : { company, partner };
}

/** Keeps what a side has answered so far, in place of what it had. */
export async function keepOwn(
  tx: Tx,
  workspaceId: string,
  id: string,
  { side, sealed, at }: { readonly side: Side; readonly sealed: Buffer; readonly at: Instant },
): Promise<void> {
  await readFor(tx, side);
  await tx.query(
    `insert into qualification_answer (workspace_id, qualification_id, side, sealed, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, qualification_id, side) do update set sealed = excluded.sealed, changed_at = excluded.changed_at`,
    [workspaceId, id, side, sealed, new Date(at)],
  );
  await readFor(tx, 'nobody');
}

/** Reveals both sides at once, which the database does only if both have sealed. */
export async function revealBoth(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const [row] = await tx.query<{ revealed: boolean }>(`select cordee_reveal_answers($1, $2) as revealed`, [workspaceId, id]);
  return row?.revealed === true;
}

/** Erases what was never revealed, unread. */
export async function eraseUnread(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`select cordee_erase_answers($1, $2)`, [workspaceId, id]);
}
