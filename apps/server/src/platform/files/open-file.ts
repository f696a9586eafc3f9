import { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { ownPartner } from '../own-partner.ts';
import { Refusal } from '../refusal.ts';
import { read } from '../verb.ts';
import { partsOfSubject } from './attach-files.ts';
import { uploaderOf } from './keep-file.ts';
import { selectFiles, selectPart, selectSubjects, type UploadedFile } from './uploaded-file.store.ts';

/**
 * Who may read what files belong to, by the prefix of its ids: the module that owns it decides. A subject of a prefix nobody answers for
 * lets nobody read.
 */
export type FileReaders = Readonly<Record<string, (tx: Tx, context: Context, id: string) => Promise<boolean>>>;

/** A file, if whoever asks may read it: who uploaded it, and whoever may read what refers to it. Refuses `not_found`. */
export async function findReadable(tx: Tx, context: Context, readers: FileReaders, id: string): Promise<UploadedFile> {
  const [file] = await selectFiles(tx, context.workspaceId, [id]);
  if (file === undefined || !(await mayRead(tx, context, readers, file))) throw new Refusal('not_found');
  return file;
}

async function mayRead(tx: Tx, context: Context, readers: FileReaders, file: UploadedFile): Promise<boolean> {
  const { actor, workspaceId } = context;
  const isOfSide = file.partnerId === ownPartner(actor);
  if (isOfSide && (file.partnerId !== null || file.uploadedBy === uploaderOf(actor))) return true;
  for (const subject of await selectSubjects(tx, workspaceId, file.id)) {
    const parts = partsOfSubject(subject);
    if (parts !== null && (await readers[parts.prefix]?.(tx, context, parts.id)) === true) return true;
  }
  return false;
}

export interface OpenedFile {
  readonly file: UploadedFile;
  /** Piece by piece, so that only one is held. */
  readonly content: Readable;
}

/** A file to be read. Refuses `not_found`. */
export async function openFile(context: Context, readers: FileReaders, id: string): Promise<OpenedFile> {
  const file = await read(context, (tx) => findReadable(tx, context, readers, id));
  return { file, content: Readable.from(piecesOf(context, id), { objectMode: false }) };
}

async function* piecesOf(context: Context, id: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const piece = await read(context, (tx) => selectPart(tx, context.workspaceId, id, number));
    if (piece === null) return;
    yield piece;
  }
}
