import type { ListPage, ProgramStanding } from '@cordee/contract/program';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { programsStanding } from '../program-standing.ts';
import { selectPrograms } from '../program.store.ts';

/** A page of programs with where they stand, newest first. */
export function listPrograms(
  context: Context,
  query: ListPage,
): Promise<{ items: ProgramStanding[]; nextCursor: string | null }> {
  mustReadPrograms(context.actor);
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectPrograms(tx, context.workspaceId, after, query.limit + 1);
    const page = pageOfRows(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.id],
    );
    return { ...page, items: await programsStanding(tx, context.workspaceId, page.items, context.now()) };
  });
}
