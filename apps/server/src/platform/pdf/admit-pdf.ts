import { PDF } from '@libpdf/core';
import { constants, inflateSync } from 'node:zlib';

const pdfFaults = [
  'not_a_pdf',
  'too_large',
  'encrypted',
  'too_much_inside',
  'active_content',
  'embedded_files',
  'signed_already',
  'unreadable',
  'no_pages',
  'too_many_pages',
] as const;
/** Why a document is not taken. */
export type PdfFault = (typeof pdfFaults)[number];

/** In bytes: as it comes, and what all its streams may unfold to. */
const MOST_PDF_BYTES = 20 * 1024 * 1024;
const mostUnfolded = 200 * 1024 * 1024;
const mostPages = 500;

/** Names by which a document acts by itself, or sends something somewhere. */
const active = [
  'JavaScript',
  'JS',
  'Launch',
  'AA',
  'OpenAction',
  'SubmitForm',
  'ImportData',
  'XFA',
  'RichMedia',
  'GoToE',
  'Movie',
  'Sound',
  'Rendition',
];
const embedded = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'];

/**
 * Whether a document that came from outside may be put before signers: whole, readable by all, doing nothing by itself, showing everybody the
 * same. Nothing of it is unfolded beyond limits, nor handed to a reader before that. null when it may.
 */
export async function pdfFault(bytes: Buffer): Promise<PdfFault | null> {
  if (bytes.length > MOST_PDF_BYTES) return 'too_large';
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return 'not_a_pdf';
  const unfolded = unfold(bytes);
  if (unfolded === null) return 'too_much_inside';
  const names = namesIn(unfolded);
  if (names.has('Encrypt')) return 'encrypted';
  if (active.some((name) => names.has(name))) return 'active_content';
  if (embedded.some((name) => names.has(name))) return 'embedded_files';
  if (names.has('ByteRange')) return 'signed_already';
  return openFault(bytes);
}

async function openFault(bytes: Buffer): Promise<PdfFault | null> {
  try {
    const document = await PDF.load(bytes);
    if (document.isEncrypted) return 'encrypted';
    const pages = document.getPageCount();
    if (pages === 0) return 'no_pages';
    return pages > mostPages ? 'too_many_pages' : null;
  } catch {
    return 'unreadable';
  }
}

const STREAM = /stream\r?\n/gu;

/** Everything of the document that can hold objects, as text: what stands outside of streams, and the streams of objects. null when it is a bomb. */
function unfold(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  const parts: string[] = [];
  let from = 0;
  let room = mostUnfolded;
  for (const found of text.matchAll(STREAM)) {
    if (found.index < from || text.slice(found.index - 3, found.index) === 'end') continue;
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) break;
    const head = text.slice(from, found.index);
    parts.push(head);
    from = end;
    const dictionary = head.slice(head.lastIndexOf('obj'));
    const inflated = inflate(bytes.subarray(start, end), room);
    if (inflated === null) return null;
    room -= inflated.length;
    // A stream of objects in another dress than this one is looked at as it stands: nothing is found in it, so it is not taken.
    if (/\/ObjStm/u.test(decodeNames(dictionary))) parts.push(inflated.length === 0 ? '/Encrypt' : inflated.toString('latin1'));
  }
  return [...parts, text.slice(from)].join('\n');
}

/** Empty for what is not deflated; null when it is more than the room there is. */
function inflate(bytes: Buffer, room: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : Buffer.alloc(0);
  }
}

/** `/J#61vaScript` is a name as well. */
function decodeNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(decodeNames(text).matchAll(/\/([A-Za-z]+)/gu), ([, name = '']) => name));
}
