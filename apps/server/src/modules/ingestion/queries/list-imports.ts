import type { ImportAnswer, ListImports } from '@cordee/contract/import';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { importAnswer } from '../import-answer.ts';
import { selectImports } from '../import.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** A page of imports, newest first. */
export function listImports(context: Context, query: ListImports): Promise<{ items: ImportAnswer[]; nextCursor: string | null }> {
  mustManageIngestion(context.actor);
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectImports(tx, context.workspaceId, after, query.limit + 1);
    return pageOfRows(
      rows,
      query.limit,
      (record) => importAnswer(record, context.language),
      ({ id }) => [id],
    );
  });
}
