import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileFault } from './file-fault.ts';

/** A file is looked through in a fraction of it; one made to take longer is given up. */
const PATIENCE_MS = 10_000;

/**
 * Null where a PDF can be read, nothing in it runs, no password locks it, and nothing grows beyond reason. It may be made to harm: it is
 * looked into in a thread of its own, which is ended when it takes too long.
 */
export async function faultOfPdf(pdf: Uint8Array, patience = PATIENCE_MS): Promise<FileFault | null> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: pdf,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const [found] = (await once(worker, 'message', { signal: AbortSignal.timeout(patience) })) as [FileFault | null];
    return found;
  } catch {
    // Out of time or of memory.
    return 'grows';
  } finally {
    await worker.terminate();
  }
}
