import type { ListedPartner, ListPartners } from '@cordee/contract/partner';
import type { Context } from '../../../platform/context.ts';
import { encodeCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { cursorOf, findPartners } from '../../partner/index.ts';
import { listedToContract, withFigures } from '../listed-answer.ts';

/** A page of partners with their balances, open enrollments and latest activity; a partner user finds itself only. */
export function listPartners(
  context: Context,
  query: ListPartners,
): Promise<{ items: Wire<ListedPartner>[]; nextCursor: string | null }> {
  return read(context, async (tx) => {
    const found = await findPartners(tx, context, query);
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const items = await withFigures(tx, context, shown);
    return {
      items: items.map((parts) => listedToContract(parts, context)),
      nextCursor: found.length > query.limit && last !== undefined ? encodeCursor(cursorOf(query.sort, last)) : null,
    };
  });
}
