import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { boundBulkMemory } from './bulk-memory.ts';

function isForced(entry: PerformanceEntry): boolean {
  const { kind, flags } = (entry as PerformanceEntry & { detail: { kind: number; flags: number } }).detail;
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR && (flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0;
}

async function forcedBy(work: () => void): Promise<number> {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ entryTypes: ['gc'] });
  work();
  // Entries are handed over in a later turn.
  await new Promise((resolve) => setImmediate(resolve));
  const entries = observer.takeRecords();
  observer.disconnect();
  return entries.filter(isForced).length;
}

test('what is needed is not collected again and again; what piles up is', async () => {
  const needed = Buffer.alloc(100 * 1024 * 1024);
  const idle = await forcedBy(() => {
    for (let batch = 0; batch < 20; batch += 1) boundBulkMemory();
  });
  expect(idle).toBeLessThanOrEqual(1);
  const piles: Buffer[] = [];
  const busy = await forcedBy(() => {
    for (let batch = 0; batch < 6; batch += 1) {
      piles.push(Buffer.alloc(30 * 1024 * 1024));
      boundBulkMemory();
    }
  });
  expect(busy).toBe(6);
  expect(needed).toHaveLength(100 * 1024 * 1024);
});
