import type { CharterSummary, ListCharters } from '@cordee/contract/charter';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { sideOf } from '../charter.policy.ts';
import { countOpenProposals, selectCharters, selectVersionsOf } from '../charter.store.ts';
import { summaryOf } from '../read-charter.ts';
import { isVisible } from '../visible.ts';

/** A page of charters, newest first; a partner finds its own, once they are shared. */
export async function listCharters(
  context: Context,
  query: ListCharters,
): Promise<{ items: Wire<CharterSummary>[]; nextCursor: string | null }> {
  const { workspaceId, actor, db } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const side = sideOf(ownPartner(actor));
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  const { zone } = await workspaceKeys(db, workspaceId);
  const today = localDateOf(context.now(), zone);
  return read(context, async (tx) => {
    const rows = await selectCharters(tx, workspaceId, { partnerId, before, limit: query.limit + 1 });
    const ids = rows.map(({ id }) => id);
    const versions = Map.groupBy(await selectVersionsOf(tx, workspaceId, ids), ({ charterId }) => charterId);
    const open = await countOpenProposals(tx, workspaceId, ids);
    const { items, nextCursor } = pageOfRows(
      rows,
      query.limit,
      (row) => ({ row, seen: (versions.get(row.id) ?? []).filter((version) => isVisible(version, side)) }),
      ({ id }) => [id],
    );
    // What a partner does not see yet leaves a gap in its page, and nothing else.
    const told = items.filter(({ seen }) => seen.length > 0);
    return { items: told.map(({ row, seen }) => summaryOf(row, seen, open.get(row.id) ?? 0, today)), nextCursor };
  });
}
