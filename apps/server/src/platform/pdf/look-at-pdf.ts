import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const pdfFaults = [
  'not_a_pdf',
  'too_large',
  'encrypted',
  'too_much_inside',
  'too_many_pixels',
  'active_content',
  'embedded_files',
  'signed_already',
  'unreadable',
  'no_pages',
  'too_many_pages',
] as const;
/** Why a PDF from outside is not taken. */
export type PdfFault = (typeof pdfFaults)[number];

/**
 * What it is taken for: to be kept and given out again as it came, or to be put before signers, where everybody has to see the same: nothing
 * that acts when it is opened, no file in the file, no signature of somebody else's, no more than people read.
 */
export type PdfUse = 'keep' | 'sign';

/** What signers are shown, in bytes. What is only kept is bounded where it comes in. */
const MOST_BYTES_TO_SIGN = 20 * 1024 * 1024;
/** A file is looked through in a fraction of it; one made to take longer is given up. */
const PATIENCE_MS = 10_000;

/**
 * Null where a PDF can be read, nothing in it runs, no password locks it, nothing grows beyond reason, and it suits its use. It may be made to
 * harm: it is looked into in a thread of its own, which is ended when it takes too long or too much.
 */
export async function pdfFault(pdf: Uint8Array, use: PdfUse, patience = PATIENCE_MS): Promise<PdfFault | null> {
  if (use === 'sign' && pdf.length > MOST_BYTES_TO_SIGN) return 'too_large';
  const worker = new Worker(new URL('./look-thread.ts', import.meta.url), {
    workerData: { pdf, use },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const [found] = (await once(worker, 'message', { signal: AbortSignal.timeout(patience) })) as [PdfFault | null];
    return found;
  } catch {
    // Out of time or of memory.
    return 'too_much_inside';
  } finally {
    await worker.terminate();
  }
}
