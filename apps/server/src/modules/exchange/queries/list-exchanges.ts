import type { ExchangeAnswer, ListExchanges } from '@cordee/contract/exchange';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { exchangeToContract } from '../exchange-answer.ts';
import { selectExchanges } from '../exchange.store.ts';

/** A page of exchanges, newest first; a partner finds its own. */
export function listExchanges(
  context: Context,
  query: ListExchanges,
): Promise<{ items: Wire<ExchangeAnswer>[]; nextCursor: string | null }> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectExchanges(tx, context.workspaceId, { partnerId, before, limit: query.limit + 1 });
    return pageOfRows(rows, query.limit, exchangeToContract, ({ id }) => [id]);
  });
}
