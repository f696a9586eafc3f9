import type { ExportAnswer } from '@cordee/contract/long-work';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../export-answer.ts';
import { mustOwn } from '../export.policy.ts';
import { selectExports } from '../export.store.ts';

/** An archive, under way or finished. Refuses `not_found`. */
export function getExport(context: Context, id: string): Promise<Wire<ExportAnswer>> {
  mustOwn(context.actor);
  return read(context, async (tx) => {
    const [record] = await selectExports(tx, context.workspaceId, { id, limit: 1 });
    if (record === undefined) throw new Refusal('not_found');
    return toContract(record);
  });
}

/** A page of archives, newest first. */
export function listExports(
  context: Context,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Wire<ExportAnswer>[]; nextCursor: string | null }> {
  mustOwn(context.actor);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await selectExports(tx, context.workspaceId, { before, limit: limit + 1 });
    return pageOfRows(rows, limit, toContract, ({ id }) => [id]);
  });
}
