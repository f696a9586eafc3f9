import type { NoteAnswer } from '@cordee/contract/partnership';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { nameActors } from './actor-name.store.ts';
import type { NoteRecord } from './note.store.ts';

/** Notes with the names of who wrote them. */
export async function notesToContract(tx: Tx, workspaceId: string, notes: readonly NoteRecord[]): Promise<NoteAnswer[]> {
  const authors = await nameActors(
    tx,
    workspaceId,
    notes.map(({ author }) => author),
  );
  return notes.map((note, index) => ({
    id: encodeId('nte', note.id),
    partnerId: encodeId('prt', note.partnerId),
    text: note.text,
    author: authors[index] ?? { kind: note.author.kind, id: null, name: null },
    createdAt: formatInstant(note.createdAt),
    changedAt: note.changedAt === null ? null : formatInstant(note.changedAt),
    removedAt: note.removedAt === null ? null : formatInstant(note.removedAt),
  }));
}
