import { parentPort, workerData } from 'node:worker_threads';
import { PDF } from '@libpdf/core';
import type { PdfFault, PdfUse } from './look-at-pdf.ts';
import { unpackParts } from './unpack-parts.ts';

/** Names of what runs, or starts something, when a PDF is opened or filled in. */
const ACTIVE = [
  'JavaScript',
  'JS',
  'Launch',
  'RichMedia',
  'RichMediaContent',
  'XFA',
  'Movie',
  'Sound',
  'Rendition',
  '3D',
  'ImportData',
  'SubmitForm',
];
/** Before signers nothing moves by itself either: a page that is turned to when the document is opened may not be the first. */
const ACTIVE_TO_SIGN = ['AA', 'OpenAction', 'GoToE'];
const EMBEDDED = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'];
const SIZE = /\/(Width|Height)\s+(\d{1,12})(?!\d)/g;
const MOST_PIXELS = 200_000_000;
/** What one sitting can read. */
const MOST_PAGES_TO_SIGN = 500;

function faultIn(bytes: Buffer, use: PdfUse): PdfFault | null {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return 'not_a_pdf';
  const texts = [plainOf(bytes)];
  let tooLarge = false;
  let hidden = false;
  const isSound = unpackParts(bytes, ({ said, unpacked }) => {
    if (pixelsOf(said) > MOST_PIXELS) tooLarge = true;
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(unescaped(said))) return;
    // Objects packed in another way than this one are not seen: it is not taken.
    if (unpacked.length === 0) hidden = true;
    texts.push(unpacked.toString('latin1'));
  });
  if (!isSound) return 'too_much_inside';
  if (tooLarge) return 'too_many_pixels';
  return faultOfNames(namesIn(texts), use) ?? (hidden ? 'unreadable' : null);
}

function faultOfNames(names: ReadonlySet<string>, use: PdfUse): PdfFault | null {
  const has = (some: readonly string[]) => some.some((name) => names.has(name));
  if (names.has('Encrypt')) return 'encrypted';
  if (has(ACTIVE)) return 'active_content';
  if (use === 'keep') return null;
  if (has(ACTIVE_TO_SIGN)) return 'active_content';
  if (has(EMBEDDED)) return 'embedded_files';
  return names.has('ByteRange') ? 'signed_already' : null;
}

/** The file without what is inside its parts: there, letters stand for pictures and writing. */
function plainOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/(?<!end)stream\r?\n[^]*?endstream/g, 'endstream');
}

function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, name = ''] of unescaped(text).matchAll(/\/([A-Za-z0-9]+)/g)) names.add(name);
  }
  return names;
}

/** Names may be written with any of their letters as a number. */
function unescaped(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function pixelsOf(said: string): number {
  const sizes = new Map<string, number>();
  for (const [, name = '', size] of said.matchAll(SIZE)) sizes.set(name, Number(size));
  return (sizes.get('Width') ?? 0) * (sizes.get('Height') ?? 0);
}

async function look({ pdf, use }: { readonly pdf: Uint8Array; readonly use: PdfUse }): Promise<PdfFault | null> {
  const fault = faultIn(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), use);
  if (fault !== null) return fault;
  try {
    const document = await PDF.load(pdf);
    if (document.isEncrypted) return 'encrypted';
    const pages = document.getPageCount();
    if (pages === 0) return 'no_pages';
    return use === 'sign' && pages > MOST_PAGES_TO_SIGN ? 'too_many_pages' : null;
  } catch {
    return 'unreadable';
  }
}

const found = await look(workerData as Parameters<typeof look>[0]);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(found);
