import { parentPort, workerData } from 'node:worker_threads';
import { PDF } from '@libpdf/core';
import type { FileFault } from './file-fault.ts';
import { unpackParts } from './pdf-growth.ts';

/** Names of what runs, or starts something, when a PDF is opened or filled in. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|RichMedia|RichMediaContent|XFA|Movie|Sound|3D|ImportData|SubmitForm)(?![A-Za-z0-9])/;
const LOCKED = /\/Encrypt(?![A-Za-z0-9])/;
const SIZE = /\/(Width|Height)\s+(\d{1,12})(?!\d)/g;
const MOST_PIXELS = 200_000_000;

function faultOf(bytes: Buffer): FileFault | null {
  const texts = [plainOf(bytes)];
  let tooLarge = false;
  let hidden = false;
  const isSound = unpackParts(bytes, ({ said, unpacked }) => {
    if (pixelsOf(said) > MOST_PIXELS) tooLarge = true;
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(unescaped(said))) return;
    if (unpacked.length === 0) hidden = true;
    texts.push(unpacked.toString('latin1'));
  });
  if (!isSound) return 'grows';
  if (tooLarge) return 'too_many_pixels';
  const named = texts.map(unescaped);
  if (named.some((text) => LOCKED.test(text))) return 'locked';
  if (named.some((text) => ACTIVE.test(text))) return 'active';
  return hidden ? 'damaged' : null;
}

/** The file without what is inside its parts: there, letters stand for pictures and writing. */
function plainOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/(?<!end)stream\r?\n[^]*?endstream/g, 'endstream');
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

async function examine(bytes: Uint8Array): Promise<FileFault | null> {
  const fault = faultOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (fault !== null) return fault;
  try {
    const pdf = await PDF.load(bytes);
    if (pdf.isEncrypted) return 'locked';
    return pdf.getPageCount() > 0 ? null : 'damaged';
  } catch {
    return 'damaged';
  }
}

const found = await examine(workerData as Uint8Array);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(found);
