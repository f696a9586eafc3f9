import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const mebibyte = 1024 * 1024;
/** Garbage of bulk work dies young but is promoted before it does; the engine, seeing free memory, would let it pile up for long. */
const mostHeapBytes = 64 * mebibyte;

let collect: (() => void) | null = null;

/** To be called between the chunks of bulk work: collects once a good deal has piled up, so that memory does not grow with the size of a file. */
export function boundBulkMemory(): void {
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external < mostHeapBytes) return;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
