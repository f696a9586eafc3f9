import type { NoteAnswer } from '@cordee/contract/partnership';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { notesToContract } from '../note-answer.ts';
import { lockNote, updateNote, type NoteRecord } from '../note.store.ts';
import { mustWriteNotes } from '../partner.policy.ts';

/** Corrects the text of a note, whoever wrote it; the trail says who did. Refuses `not_found`. */
export function changeNote(context: Context, noteId: string, text: string): Promise<NoteAnswer> {
  mustWriteNotes(context.actor);
  return change(context, noteId, 'note.changed', (note, at) => (note.text === text ? note : { ...note, text, changedAt: at }));
}

/** Removes a note; it stays stored and can be restored. Refuses as `changeNote`. */
export function removeNote(context: Context, noteId: string): Promise<NoteAnswer> {
  mustWriteNotes(context.actor);
  return change(context, noteId, 'note.removed', (note, at) => (note.removedAt === null ? { ...note, removedAt: at } : note));
}

/** Brings a removed note back. Refuses as `changeNote`. */
export function restoreNote(context: Context, noteId: string): Promise<NoteAnswer> {
  mustWriteNotes(context.actor);
  return change(context, noteId, 'note.restored', (note) => (note.removedAt === null ? note : { ...note, removedAt: null }));
}

function change(
  context: Context,
  noteId: string,
  action: string,
  decide: (note: NoteRecord, at: Instant) => NoteRecord,
): Promise<NoteAnswer> {
  return write(context, async (tx) => {
    const before = await lockNote(tx, context.workspaceId, noteId);
    if (before === null) throw new Refusal('not_found');
    const after = decide(before, context.now());
    if (after !== before) await updateNote(tx, context.workspaceId, after);
    const [result] = await notesToContract(tx, context.workspaceId, [after]);
    if (result === undefined) throw new Error('the note is missing');
    const subject = encodeId('prt', before.partnerId);
    return { result, audit: after === before ? null : { action, subject, after: { noteId: result.id } } };
  });
}
