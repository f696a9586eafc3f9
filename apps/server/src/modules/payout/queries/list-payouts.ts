import type { ListPayouts, PayoutAnswer } from '@cordee/contract/payout';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../payout-answer.ts';
import { selectPayouts } from '../payout.store.ts';

/** A page of payouts, newest first; a partner finds its own. */
export function listPayouts(
  context: Context,
  query: ListPayouts,
): Promise<{ items: Wire<PayoutAnswer>[]; nextCursor: string | null }> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const { state, batchId, limit } = query;
    const rows = await selectPayouts(tx, context.workspaceId, { partnerId, state, batchId, before, limit: limit + 1 });
    return pageOfRows(rows, query.limit, toContract, (payout) => [payout.id]);
  });
}
