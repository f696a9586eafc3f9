import type { Connection } from '@cordee/contract/connection';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { connectionAnswer } from '../answers.ts';
import { selectConnections } from '../connection.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** A page of connections, newest first, ended ones included. */
export function listConnections(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Connection[]; nextCursor: string | null }> {
  mustManageIngestion(context.actor);
  const after = decodeCursor(query.cursor, 1);
  return read(context, async (tx) => {
    const rows = await selectConnections(tx, context.workspaceId, after?.[0] ?? null, query.limit + 1);
    return pageOfRows(rows, query.limit, connectionAnswer, ({ id }) => [id]);
  });
}
