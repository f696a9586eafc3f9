import { shownByDefault, type SharedKind } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

/** What a side chose to show, since when. */
export interface Choice {
  readonly kind: SharedKind;
  readonly isShown: boolean;
  readonly from: Instant;
}

/** What was chosen for a partner and holds now. */
export async function selectChoices(tx: Tx, workspaceId: string, partnerId: string): Promise<Choice[]> {
  const rows = await tx.query<{ kind: SharedKind; is_shown: boolean; from_at: Instant }>(
    `select distinct on (kind) kind, is_shown, from_at from partner_visibility
      where workspace_id = $1 and partner_id = $2 order by kind, number desc`,
    [workspaceId, partnerId],
  );
  return rows.map((row) => ({ kind: row.kind, isShown: row.is_shown, from: row.from_at }));
}

/** Whether a kind is shown to the other side; null where nobody chose and the workspace says it for all its partners. */
export async function isShown(tx: Tx, workspaceId: string, partnerId: string, kind: SharedKind): Promise<boolean | null> {
  const choices = await selectChoices(tx, workspaceId, partnerId);
  return choices.find((choice) => choice.kind === kind)?.isShown ?? shownByDefault[kind];
}

export async function showsStage(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  return (await isShown(tx, workspaceId, partnerId, 'stage')) === true;
}

/** Adds a choice; the newest one holds. */
export async function insertVisibility(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  { kind, isShown: shown, from }: Choice,
  actor: Actor,
): Promise<void> {
  await tx.query(
    `insert into partner_visibility (workspace_id, partner_id, kind, number, is_shown, from_at, actor)
     select $1, $2, $3, 1 + coalesce((select max(number) from partner_visibility
       where workspace_id = $1 and partner_id = $2 and kind = $3), 0), $4, $5, $6`,
    [workspaceId, partnerId, kind, shown, new Date(from), JSON.stringify(actor)],
  );
}
