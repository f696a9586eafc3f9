import { PDF } from '@libpdf/core';
import { parentPort, workerData } from 'node:worker_threads';
import { unpackParts } from '../../../platform/pdf/unpack-parts.ts';
import type { Attachment } from './attachment-of.ts';

/** Under which names readers look for it: Factur-X and ZUGFeRD 2, ZUGFeRD 1, XRechnung. */
const NAMES: ReadonlySet<string> = new Set(['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml']);
const LARGEST_XML = 5_000_000;

async function find(bytes: Uint8Array): Promise<Attachment> {
  if (!unpackParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) return 'refused';
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
