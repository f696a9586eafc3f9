import iconv from 'iconv-lite';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { Instant } from '@cordee/core/time';
import { type Database, transaction, type Tx } from '../../platform/db/index.ts';
import {
  beginBookExport,
  finishBookExport,
  type KeptResult,
  saveBookProgress,
  savePart,
  selectBookExports,
} from './book-export.store.ts';
import { bookMonths } from './months.ts';
import { writeBooks, type WrittenBooks } from './write-books.ts';
import { zoneOf } from '../fact/index.ts';
import { selectClosings } from '../statement/index.ts';

/** Of a compressed file, in one row. */
const PART_BYTES = 262_144;
/** How often it says how far it is. */
const PROGRESS_MS = 1000;

interface Running {
  readonly db: Database;
  readonly now: () => Instant;
}

/** Writes a file that waits, or whose writing was cut off. What keeps it from being written is kept with it; anything else throws. */
export async function runBookExport({ db, now }: Running, workspaceId: string, id: string): Promise<void> {
  const scoped = <T>(work: (tx: Tx) => Promise<T>) => transaction(db, work, { workspaceId });
  const [record] = await scoped((tx) => selectBookExports(tx, workspaceId, { id, limit: 1 }));
  if (record === undefined || record.finishedAt !== null) return;
  await scoped((tx) => beginBookExport(tx, workspaceId, id));
  const pieces = compressed((number, bytes) => scoped((tx) => savePart(tx, workspaceId, id, number, bytes)));
  let saidAt = now();
  let postings = 0;
  try {
    const { written, isDraft } = await transaction(
      db,
      async (tx) => ({
        isDraft: !bookMonths(await selectClosings(tx, workspaceId, 10_000), await zoneOf(tx, workspaceId)).isFinal(
          record.request.to,
        ),
        written: await writeBooks(
          tx,
          workspaceId,
          { ...record.request, language: record.language },
          {
            write: (text) => pieces.write(encoded(text, record.request)),
            read(count) {
              postings = count;
            },
            async rest() {
              if (now() - saidAt < PROGRESS_MS) return;
              saidAt = now();
              await scoped((other) => saveBookProgress(other, workspaceId, id, postings));
            },
          },
        ),
      }),
      { isolation: 'repeatable read', readOnly: true, workspaceId },
    );
    const file = await pieces.end();
    const outcome = outcomeOf(written, file);
    await scoped((tx) => finishBookExport(tx, workspaceId, id, { ...outcome, isDraft, postings, at: now() }));
  } catch (error) {
    const nothing = { result: null, bytes: null, sha256: null, isDraft: record.isDraft, postings };
    await scoped((tx) => finishBookExport(tx, workspaceId, id, { ...nothing, fault: { code: 'broken' }, at: now() }));
    throw error;
  }
}

/** The bytes of a text in the encoding that was asked for. */
export function encoded(text: string, { format, encoding }: { readonly format: string; readonly encoding: string }): Buffer {
  return format === 'fec' && encoding === 'iso-8859-15' ? iconv.encode(text, 'iso-8859-15') : Buffer.from(text);
}

function outcomeOf(written: WrittenBooks, { bytes, sha256 }: { bytes: bigint; sha256: string }) {
  if ('fault' in written) return { result: null, fault: written.fault, bytes: null, sha256: null };
  return { result: keptResult(written), fault: null, bytes, sha256 };
}

/** What is kept of an export beside its bytes. */
export function keptResult({ books, report }: Exclude<WrittenBooks, { fault: unknown }>): KeptResult {
  const { entries, lines, debit, credit, within, units, sums } = books;
  return {
    entries,
    lines,
    debit: String(debit),
    credit: String(credit),
    within,
    units,
    sums: sums.map((sum) => ({
      number: sum.number,
      name: sum.name,
      opening: String(sum.opening),
      debit: String(sum.debit),
      credit: String(sum.credit),
      closing: String(sum.closing),
    })),
    faults: report.faults,
    moreFaults: report.moreFaults,
  };
}

/** Compresses what is written and hands it on in pieces, one after the other. */
function compressed(save: (number: number, bytes: Buffer) => Promise<void>) {
  const gzip = createGzip();
  const digest = createHash('sha256');
  let bytes = 0n;
  let number = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const put = async () => {
    if (size === 0) return;
    const piece = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    await save(number, piece);
    number += 1;
  };
  gzip.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    size += chunk.length;
  });
  return {
    async write(text: Buffer): Promise<void> {
      if (text.length === 0) return;
      bytes += BigInt(text.length);
      digest.update(text);
      if (!gzip.write(text)) await once(gzip, 'drain');
      if (size >= PART_BYTES) await put();
    },
    async end(): Promise<{ bytes: bigint; sha256: string }> {
      gzip.end();
      await once(gzip, 'end');
      await put();
      return { bytes, sha256: digest.digest('hex') };
    },
  };
}
