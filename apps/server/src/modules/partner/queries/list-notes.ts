import type { NoteAnswer } from '@cordee/contract/partnership';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { notesToContract } from '../note-answer.ts';
import { selectNotes } from '../note.store.ts';
import { mustBeStaff } from '../partner.policy.ts';
import { findPartner } from '../partner.store.ts';

/** A page of notes about a partner, newest first. Refuses `not_found`. */
export function listNotes(
  context: Context,
  partnerId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: NoteAnswer[]; nextCursor: string | null }> {
  mustBeStaff(context.actor);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const rows = await selectNotes(tx, workspaceId, partnerId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null;
    return { items: await notesToContract(tx, workspaceId, shown), nextCursor };
  });
}
