import type { Link, ListCodes } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { linkToContract } from '../code-answer.ts';
import { codeFilter } from '../code-filter.ts';
import { selectLinks } from '../code.store.ts';
import { visiblePartner } from '../program.policy.ts';
import { readWorkspace } from '../program.store.ts';

/** A page of links, newest first; a partner user finds its own only. */
export function listLinks(
  context: Context,
  query: ListCodes,
  baseUrl: string,
): Promise<{ items: Link[]; nextCursor: string | null }> {
  const filter = codeFilter(query, visiblePartner(context.actor));
  return read(context, async (tx) => {
    const workspace = await readWorkspace(tx, context.workspaceId);
    const rows = filter === null ? [] : await selectLinks(tx, context.workspaceId, filter);
    return pageOfRows(
      rows,
      query.limit,
      (row) => linkToContract(row, workspace, baseUrl),
      (row) => [row.id],
    );
  });
}
