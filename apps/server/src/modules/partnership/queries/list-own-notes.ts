import type { OwnNote } from '@cordee/contract/partnership-people';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { noteToContract } from '../own-note/own-note.ts';
import { mustSignInFor } from '../partnership.policy.ts';
import { selectOwnNotes } from '../own-note/own-note.store.ts';

/** A page of a partner's notes for itself, newest first. Refuses `forbidden` to the company, `not_found` for another partner. */
export function listOwnNotes(
  context: Context,
  partnerId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  sealer: Sealer,
): Promise<{ items: OwnNote[]; nextCursor: string | null }> {
  if (mustSignInFor(context.actor).partnerId !== partnerId) throw new Refusal('not_found');
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectOwnNotes(tx, context.workspaceId, partnerId, before, limit + 1);
    return pageOfRows(
      rows,
      limit,
      (row) => noteToContract(row, sealer),
      ({ id }) => [id],
    );
  });
}
