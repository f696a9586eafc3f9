import { decodeXml } from '../../../platform/xml/index.ts';
import { attachmentOf } from './attachment-of.ts';
import { readCii, type ReadInvoice } from './read-cii.ts';

/** XML heavier than any invoice. */
const LARGEST_XML = 5_000_000;

/**
 * What an invoice's file says: a PDF by the XML inside it, or XML by itself. `none`: a PDF without one, which only people can read. `refused`:
 * neither, or a file that cannot be read safely.
 */
export async function readInvoiceFile(bytes: Uint8Array): Promise<ReadInvoice | 'none' | 'refused'> {
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
  const xml = isPdf ? await attachmentOf(bytes) : bytes;
  if (xml === 'none' || xml === 'refused') return xml;
  if (xml.byteLength > LARGEST_XML) return 'refused';
  const text = decodeXml(xml);
  return (text === null ? null : readCii(text)) ?? 'refused';
}
