import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a PDF may weigh to be looked into. */
const LARGEST_PDF = 20_000_000;
/** A file is read in a fraction of it; one made to take longer is given up. */
const PATIENCE_MS = 10_000;

/** What a thread that looks into a PDF answers: the XML, `none` when there is none, `refused` when it cannot be read safely. */
export type Attachment = Uint8Array | 'none' | 'refused';

/**
 * The invoice inside a PDF (Factur-X, ZUGFeRD, XRechnung), as it was attached. The file may be made to harm: it is read in a thread of its own,
 * which is ended when it takes too long, and nothing in it that grows beyond reason is unpacked.
 */
export async function attachmentOf(pdf: Uint8Array, patience = PATIENCE_MS): Promise<Attachment> {
  if (pdf.byteLength > LARGEST_PDF) return 'refused';
  const worker = new Worker(new URL('./attachment-thread.ts', import.meta.url), {
    workerData: pdf,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const tooLong = AbortSignal.timeout(patience);
  try {
    const [found] = (await once(worker, 'message', { signal: tooLong })) as [Attachment];
    return found;
  } catch {
    // Out of time or of memory, or what no reader can read.
    return 'refused';
  } finally {
    await worker.terminate();
  }
}
