import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const mebibyte = 1024 * 1024;
/** Garbage of bulk work dies young but is promoted before it does; the engine, seeing free memory, would let it pile up for long. */
const leastHeapBytes = 64 * mebibyte;
/** What a collection must find to be worth stopping everybody for, unless the work has room for more. */
const leastPileBytes = 24 * mebibyte;

let collect: (() => void) | null = null;
let keptBytes = 0;

/**
 * To be called between the chunks of bulk work: collects once a good deal has piled up since the last time, so that memory does
 * not grow with the size of a file, and a server that simply needs its memory is not stopped after every small batch. Each
 * collection looks at all that lives: work that may let more pile up is stopped less often.
 */
export function boundBulkMemory(pileBytes: number = leastPileBytes): void {
  const used = usedBytes();
  if (used < leastHeapBytes || used < keptBytes + pileBytes) return;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  keptBytes = usedBytes();
}

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
