import type { CustomerRecord } from '@cordee/core/counting';

const maxCustomers = 20_000;

/**
 * What counting remembers between batches of one workspace, true as of `seq`: used again only if nobody else has counted
 * since, thrown away whenever a batch fails.
 */
export interface CountingCache {
  seq: bigint;
  readonly customers: Map<string, CustomerRecord>;
  /** By entity, then key; an entity that is present is loaded whole. */
  readonly counters: Map<string, Map<string, bigint>>;
}

export function emptyCache(seq: bigint): CountingCache {
  return { seq, customers: new Map(), counters: new Map() };
}

/** Forgets the customers met longest ago once there are too many: they are read back when they return. */
export function trimCache(cache: CountingCache): void {
  let excess = cache.customers.size - maxCustomers;
  for (const id of cache.customers.keys()) {
    if (excess <= 0) return;
    cache.customers.delete(id);
    excess -= 1;
  }
}
