import type { ExportBooks } from '@cordee/contract/accounting';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { read, write } from '../../../platform/verb.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { giveAuxiliaries } from '../auxiliary.store.ts';
import { encoded } from '../run-book-export.ts';
import { writeBooks, type WrittenBooks } from '../write-books.ts';
import { planExport, type PlannedExport } from './export-books.ts';

/** Whether the entries of these months can be written and what their file is called; every partner has an account afterwards. */
export function planBooksFile(context: Context, request: ExportBooks): Promise<PlannedExport> {
  mustKeepBooks(context.actor);
  return write(context, async (tx) => {
    const planned = await planExport(tx, context, request);
    await giveAuxiliaries(tx, context.workspaceId);
    const audit = { action: 'books.written', subject: encodeId('wsp', context.workspaceId), after: { ...request, ...planned } };
    return { result: planned, audit };
  });
}

/** Writes the entries of some months to whoever takes them, the next ones when these are taken. */
export function writeBooksFile(
  context: Context,
  request: ExportBooks,
  to: { readonly bytes: (bytes: Buffer) => Promise<void>; readonly read: (postings: number) => void },
): Promise<WrittenBooks> {
  mustKeepBooks(context.actor);
  const { workspaceId, language } = context;
  return read(context, (tx) =>
    writeBooks(tx, workspaceId, { ...request, language }, { write: (text) => to.bytes(encoded(text, request)), read: to.read }),
  );
}
