import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { memberToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { listMembersAfter } from '../members.store.ts';

/** The users of the workspace, in the order they became users. */
export function listMembers(context: Context, page: { readonly limit: number; readonly cursor?: string | undefined }) {
  mustOwn(context.actor);
  const after = decodeCursor(page.cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await listMembersAfter(tx, context.workspaceId, after, page.limit + 1);
    return pageOfRows(rows, page.limit, memberToContract, ({ userId }) => [userId]);
  });
}
