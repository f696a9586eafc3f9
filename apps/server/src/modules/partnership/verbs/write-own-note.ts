import type { OwnNote } from '@cordee/contract/partnership-people';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { noteToContract } from '../own-note/own-note.ts';
import { mustSignInFor } from '../partnership.policy.ts';
import { insertOwnNote, lockOwnNote, updateOwnNote, type OwnNoteRecord } from '../own-note/own-note.store.ts';

// The audit trail is the company's to read: it says that a note was written, and nothing of it.

/** Writes a note for the partner's own side. Refuses `forbidden` to the company, `not_found` for another partner. */
export function writeOwnNote(context: Context, partnerId: string, text: string, sealer: Sealer): Promise<OwnNote> {
  const { userId, partnerId: own } = mustSignInFor(context.actor);
  if (own !== partnerId) throw new Refusal('not_found');
  return write(context, async (tx) => {
    const now = context.now();
    const note: OwnNoteRecord = {
      id: newUuid(now),
      partnerId,
      sealed: sealer.seal(text),
      userId,
      author: null,
      createdAt: now,
      changedAt: null,
      removedAt: null,
    };
    await insertOwnNote(tx, context.workspaceId, note);
    const kept = await lockOwnNote(tx, context.workspaceId, own, note.id);
    return {
      result: noteToContract(kept ?? note, sealer),
      audit: { action: 'own_note.written', subject: encodeId('own', note.id) },
    };
  });
}

/** Corrects a note. Refuses `forbidden` to the company, `not_found` for another's. */
export function changeOwnNote(context: Context, id: string, text: string, sealer: Sealer): Promise<OwnNote> {
  return rewrite(context, id, 'own_note.changed', sealer, (note, now) => ({
    ...note,
    sealed: sealer.seal(text),
    changedAt: now,
  }));
}

/** Takes a note away; it can be restored. */
export function removeOwnNote(context: Context, id: string, sealer: Sealer): Promise<OwnNote> {
  return rewrite(context, id, 'own_note.removed', sealer, (note, now) => ({ ...note, removedAt: note.removedAt ?? now }));
}

/** Gives a removed note back. */
export function restoreOwnNote(context: Context, id: string, sealer: Sealer): Promise<OwnNote> {
  return rewrite(context, id, 'own_note.restored', sealer, (note) => ({ ...note, removedAt: null }));
}

function rewrite(
  context: Context,
  id: string,
  action: string,
  sealer: Sealer,
  change: (note: OwnNoteRecord, now: number) => OwnNoteRecord,
): Promise<OwnNote> {
  const { partnerId } = mustSignInFor(context.actor);
  return write(context, async (tx) => {
    const before = await lockOwnNote(tx, context.workspaceId, partnerId, id);
    if (before === null) throw new Refusal('not_found');
    const after = change(before, context.now());
    await updateOwnNote(tx, context.workspaceId, after);
    return { result: noteToContract(after, sealer), audit: { action, subject: encodeId('own', id) } };
  });
}
