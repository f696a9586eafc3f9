import type { BookExportAnswer } from '@cordee/contract/accounting';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { companyKnownOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustSeeBooks } from '../accounting.policy.ts';
import { bookExportAnswer } from '../book-export-answer.ts';
import { type BookExportRecord, findPart, selectBookExports } from '../book-export.store.ts';
import { describeExport } from '../describe-export.ts';
import { daysOf } from '../months.ts';

/** A page of files of entries, newest first. */
export function listBookExports(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Wire<BookExportAnswer>[]; nextCursor: string | null }> {
  mustSeeBooks(context.actor);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectBookExports(tx, context.workspaceId, { before, limit: query.limit + 1 });
    return pageOfRows(
      rows,
      query.limit,
      (row) => bookExportAnswer(row, context.language),
      ({ id }) => [id],
    );
  });
}

/** A file of entries: how far it is, or what it came to. */
export async function getBookExport(context: Context, id: string): Promise<Wire<BookExportAnswer>> {
  return bookExportAnswer(await mustFind(context, id), context.language);
}

interface Download {
  readonly fileName: string;
  readonly type: string;
  readonly content: Readable | string;
}

const types = { fec: 'text/plain', csv: 'text/csv', hledger: 'text/plain' } as const;

/** The file itself, or the text that goes along with it. Refuses `not_found`, also before it is written. */
export async function downloadBookExport(context: Context, id: string, part: 'file' | 'description'): Promise<Download> {
  const record = await mustFind(context, id);
  if (record.state !== 'done') throw new Refusal('not_found');
  const { format, encoding } = record.request;
  if (part === 'description') {
    const company = await read(context, (tx) => companyOfExport(tx, context.workspaceId, record));
    const name = record.fileName.replace(/\.[a-z]+$/, '');
    return { fileName: `${name}-description.txt`, type: 'text/plain; charset=utf-8', content: describeExport(record, company) };
  }
  const charset = format === 'fec' ? encoding : 'utf-8';
  return { fileName: record.fileName, type: `${types[format]}; charset=${charset}`, content: piecesOf(context, record) };
}

/** The company of the last day of the months, as it was known when the file was written: the text about a file stays as it was. */
async function companyOfExport(tx: Tx, workspaceId: string, { request, createdAt }: BookExportRecord) {
  const { to } = daysOf(request.from, request.to, await zoneOf(tx, workspaceId));
  return companyKnownOn(tx, workspaceId, to, createdAt);
}

function piecesOf(context: Context, { id }: BookExportRecord): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let number = 0; ; number += 1) {
      const piece = await read(context, (tx) => findPart(tx, context.workspaceId, id, number));
      if (piece === null) return;
      yield piece;
    }
  }
  const source = Readable.from(pieces());
  const content = createGunzip();
  source.on('error', (error) => content.destroy(error));
  content.on('close', () => source.destroy());
  return source.pipe(content);
}

async function mustFind(context: Context, id: string): Promise<BookExportRecord> {
  mustSeeBooks(context.actor);
  const [record] = await read(context, (tx) => selectBookExports(tx, context.workspaceId, { id, limit: 1 }));
  if (record === undefined) throw new Refusal('not_found');
  return record;
}
