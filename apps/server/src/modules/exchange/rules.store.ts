import type { ExchangeRules } from '@cordee/contract/exchange';
import type { Tx } from '../../platform/db/index.ts';

/** Nothing is fetched until somebody says so: the machine may not see the world. */
const defaultRules: ExchangeRules = { fetch: false };

export async function loadExchangeRules(tx: Tx, workspaceId: string): Promise<ExchangeRules> {
  const [row] = await tx.query<{ fetch: boolean }>(`select fetches as "fetch" from exchange_rules where workspace_id = $1`, [
    workspaceId,
  ]);
  return row ?? defaultRules;
}

export async function saveExchangeRules(tx: Tx, workspaceId: string, { fetch }: ExchangeRules): Promise<void> {
  await tx.query(
    `insert into exchange_rules (workspace_id, fetches) values ($1, $2)
     on conflict (workspace_id) do update set fetches = excluded.fetches`,
    [workspaceId, fetch],
  );
}
