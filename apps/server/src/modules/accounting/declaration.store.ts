import type { DeclarationSettings } from '@cordee/contract/accounting-values';
import type { Tx } from '../../platform/db/index.ts';

/** What the company chose for its declarations, or null before it did. */
export async function loadDeclarationSettings(tx: Tx, workspaceId: string): Promise<DeclarationSettings | null> {
  const [row] = await tx.query<{ pays_salaries: boolean; das2_column: DeclarationSettings['das2Column'] }>(
    'select pays_salaries, das2_column from accounting_declaration where workspace_id = $1',
    [workspaceId],
  );
  return row === undefined ? null : { paysSalaries: row.pays_salaries, das2Column: row.das2_column };
}

export async function saveDeclarationSettings(
  tx: Tx,
  workspaceId: string,
  { paysSalaries, das2Column }: DeclarationSettings,
): Promise<void> {
  await tx.query(
    `insert into accounting_declaration (workspace_id, pays_salaries, das2_column) values ($1, $2, $3)
     on conflict (workspace_id) do update set pays_salaries = excluded.pays_salaries, das2_column = excluded.das2_column`,
    [workspaceId, paysSalaries, das2Column],
  );
}
