import type { OwnNote } from '@cordee/contract/partnership-people';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { OwnNoteRecord } from './own-note.store.ts';

export function noteToContract(note: OwnNoteRecord, sealer: Sealer): OwnNote {
  return {
    id: encodeId('own', note.id),
    partnerId: encodeId('prt', note.partnerId),
    text: sealer.open(note.sealed),
    author: note.author,
    createdAt: formatInstant(note.createdAt),
    changedAt: note.changedAt === null ? null : formatInstant(note.changedAt),
    removedAt: note.removedAt === null ? null : formatInstant(note.removedAt),
  };
}
