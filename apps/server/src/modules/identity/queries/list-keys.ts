import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { keyToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { listKeysBefore } from '../keys.store.ts';

/** The keys of the workspace, ended ones included, newest first. */
export function listKeys(context: Context, page: { readonly limit: number; readonly cursor?: string | undefined }) {
  mustOwn(context.actor);
  const before = decodeCursor(page.cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await listKeysBefore(tx, context.workspaceId, before, page.limit + 1);
    return pageOfRows(rows, page.limit, keyToContract, ({ id }) => [id]);
  });
}
