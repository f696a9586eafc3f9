import { customerNeeds, type CustomerNeeds, type CustomerRecord, type Terms } from '@cordee/core/counting';

const maxCustomers = 20_000;

/**
 * What counting remembers between batches of one workspace, true as of `seq`: used again only if nobody else has counted
 * since, thrown away whenever a batch fails.
 */
export interface CountingCache {
  seq: bigint;
  /** What is known of its customers. */
  needs: CustomerNeeds;
  readonly customers: Map<string, CustomerRecord>;
  /** By entity, then key; an entity that is present is loaded whole. */
  readonly counters: Map<string, Map<string, bigint>>;
}

export function emptyCache(seq: bigint): CountingCache {
  return { seq, needs: { kept: false, payments: false }, customers: new Map(), counters: new Map() };
}

/** Whether the customers in it are known as well as these terms ask: a new plan may ask more of them. */
export function coversNeeds({ needs, customers }: CountingCache, terms: Terms): boolean {
  const { kept, payments } = customerNeeds(terms);
  return customers.size === 0 || ((needs.kept || !kept) && (needs.payments || !payments));
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
