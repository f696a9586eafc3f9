import type { NoteAnswer } from '@cordee/contract/partnership';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { notesToContract } from '../note-answer.ts';
import { insertNote, type NoteRecord } from '../note.store.ts';
import { mustWriteNotes } from '../partner.policy.ts';
import { findPartner } from '../partner.store.ts';

/** Writes a note about a partner, which the partner never sees; its text is not in the audit trail. Refuses `not_found`. */
export function writeNote(context: Context, partnerId: string, text: string): Promise<NoteAnswer> {
  mustWriteNotes(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const createdAt = context.now();
    const note: NoteRecord = {
      id: newUuid(createdAt),
      partnerId,
      text,
      author: actor,
      createdAt,
      changedAt: null,
      removedAt: null,
    };
    await insertNote(tx, workspaceId, note);
    const [result] = await notesToContract(tx, workspaceId, [note]);
    if (result === undefined) throw new Error('the note just written is missing');
    const subject = encodeId('prt', partnerId);
    return { result, audit: { action: 'note.written', subject, after: { noteId: result.id } } };
  });
}
