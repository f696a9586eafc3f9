import { PDF } from '@libpdf/core';
import { parentPort, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import type { Attachment } from './attachment-of.ts';

/** Under which names readers look for it: Factur-X and ZUGFeRD 2, ZUGFeRD 1, XRechnung. */
const NAMES: ReadonlySet<string> = new Set(['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml']);
const LARGEST_XML = 5_000_000;
/** What one part may grow to, and all of them. */
const LARGEST_PART = 50_000_000;
const LARGEST_WHOLE = 200_000_000;

/** Whether some part is packed so that it grows beyond reason, which the reader itself would not notice. */
function growsBeyondReason(bytes: Buffer): boolean {
  // Packed twice, its size shows only when it is too late.
  if (/\/Filter\s*\[[^\]]*\/Fl[^\]]*\/Fl/.test(bytes.toString('latin1'))) return true;
  let whole = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    // Only what begins as zlib does is unpacked.
    if (((bytes[start] ?? 0) & 0x0f) !== 8) continue;
    const end = bytes.indexOf('endstream', start);
    const size = inflatedSize(bytes.subarray(start, end < 0 ? bytes.length : end));
    whole += size;
    if (size > LARGEST_PART || whole > LARGEST_WHOLE) return true;
  }
  return false;
}

function inflatedSize(packed: Buffer): number {
  try {
    // What ends too early is read as far as it goes.
    return inflateSync(packed, { maxOutputLength: LARGEST_PART, finishFlush: 2 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? Infinity : 0;
  }
}

async function find(bytes: Uint8Array): Promise<Attachment> {
  if (growsBeyondReason(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) return 'refused';
  const pdf = await PDF.load(bytes);
  const name = [...pdf.attachments.list()].find(([key, { filename }]) =>
    [key, filename].some((one) => NAMES.has(one.toLowerCase())),
  );
  if (name === undefined) return 'none';
  const xml = pdf.attachments.get(name[0]);
  if (xml === null) return 'none';
  return xml.byteLength > LARGEST_XML ? 'refused' : xml;
}

const found = await find(workerData as Uint8Array);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(found);
