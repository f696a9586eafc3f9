import type { ListPartners, Partner } from '@cordee/contract/partner';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../partner-answer.ts';
import { visiblePartner } from '../partner.policy.ts';
import { selectPartners } from '../partner.store.ts';

/** A page of partners by name; a partner user finds itself only. */
export function listPartners(context: Context, query: ListPartners): Promise<{ items: Partner[]; nextCursor: string | null }> {
  const id = visiblePartner(context.actor);
  const after = decodeCursor(query.cursor, 2);
  return read(context, async (tx) => {
    const rows = await selectPartners(tx, context.workspaceId, {
      id,
      search: query.search ?? null,
      kind: query.kind ?? null,
      country: query.country ?? null,
      archived: query.archived,
      after,
      limit: query.limit + 1,
    });
    return pageOfRows(rows, query.limit, toContract, (row) => [row.name, row.id]);
  });
}
