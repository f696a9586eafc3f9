import type { Language } from '@cordee/contract/language';
import type { InvoiceDocument } from '@cordee/core/invoice';
import type { Instant } from '@cordee/core/time';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { invoicePaper } from './invoice-paper.ts';

/** What is longer is drawn beside: pages take the processor, and others are to be answered meanwhile. */
const mostInLine = 60;

/** What a thread that draws is given; it answers the PDF. */
export interface Drawing {
  readonly document: InvoiceDocument;
  readonly language: Language;
  readonly at: Instant;
  readonly isDraft: boolean;
}

/**
 * Draws a document as Factur-X: PDF/A-3b, tagged, with its XML inside. The same document, language and instant give the same bytes, so that it
 * may be drawn again until it is sealed. A long one is drawn in a thread of its own.
 */
export async function drawInvoice(document: InvoiceDocument, language: Language, at: Instant, isDraft = false): Promise<Buffer> {
  if (document.lines.length <= mostInLine) return invoicePaper(document, language, at, isDraft);
  const workerData: Drawing = { document, language, at, isDraft };
  const worker = new Worker(new URL('./drawing-thread.ts', import.meta.url), { workerData });
  try {
    // An error of the thread rejects.
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    await worker.terminate();
  }
}
