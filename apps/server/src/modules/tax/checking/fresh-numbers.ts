import { localDateOf, type Instant } from '@cordee/core/time';
import { transaction, type Tx } from '../../../platform/db/index.ts';
import type { Context } from '../../../platform/context.ts';
import { loadPolicy } from '../policy.store.ts';
import { mustDecideTax } from '../tax.policy.ts';
import { companyPlace } from '../table.store.ts';
import { type DueNumber, selectDue } from '../vat.store.ts';
import { enqueueCheck } from './ask-check.ts';

const DAY_MS = 86_400_000;
/** More than are made out at once. */
const MOST = 500;

/**
 * Those of these partners, or of all, whose VAT number is to be asked about before a document is made out: its last answer is older than
 * the company wants, and nobody was asked in vain since yesterday.
 */
export async function staleNumbers(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[] | null,
  now: Instant,
): Promise<DueNumber[]> {
  const { checksVat, freshDays } = await loadPolicy(tx, workspaceId);
  if (!checksVat || freshDays === null) return [];
  const today = localDateOf(now, (await companyPlace(tx, workspaceId)).zone);
  const bounds = { answered: now - freshDays * DAY_MS, tried: now - DAY_MS };
  return selectDue(tx, workspaceId, { today, ...bounds, limit: MOST, partnerIds });
}

/** Has those numbers asked about in the background, whatever becomes of what they are needed for. */
export function askStaleNumbers(context: Context, partnerIds: readonly string[] | null): Promise<void> {
  const { workspaceId, db, now, actor } = context;
  mustDecideTax(actor);
  return transaction(
    db,
    async (tx) => {
      for (const { partnerId, vatNumber } of await staleNumbers(tx, workspaceId, partnerIds, now())) {
        await enqueueCheck(tx, { workspaceId, partnerId, vatNumber, attempt: 1 });
      }
    },
    { workspaceId },
  );
}
