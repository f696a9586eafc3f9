import type { ListPage, Program } from '@cordee/contract/program';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../program-answer.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { selectPrograms } from '../program.store.ts';
import { selectStandings } from '../standing.store.ts';

/** A page of programs, newest first. */
export function listPrograms(context: Context, query: ListPage): Promise<{ items: Program[]; nextCursor: string | null }> {
  mustReadPrograms(context.actor);
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectPrograms(tx, context.workspaceId, after, query.limit + 1);
    const ids = rows.map(({ id }) => id);
    const histories = Map.groupBy(await selectStandings(tx, context.workspaceId, ids), ({ programId }) => programId);
    const now = context.now();
    return pageOfRows(
      rows,
      query.limit,
      (row) => toContract(row, histories.get(row.id) ?? [], now),
      (row) => [row.id],
    );
  });
}
