import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { companySource, findFacts } from '../fact/index.ts';
import { saleIsCounted } from './refusals.ts';

/** A split of one sale is agreed on before that sale is counted. Refuses `conflict` afterwards. */
export async function mustComeBefore(tx: Tx, workspaceId: string, saleEventId: string | null): Promise<void> {
  if (saleEventId === null) return;
  const key = { source: companySource('sale'), externalId: saleEventId };
  if ((await findFacts(tx, workspaceId, [key])).size > 0) throw new Refusal('conflict', [saleIsCounted]);
}
