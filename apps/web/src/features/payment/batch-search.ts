import type { Batch } from './payment.queries.ts';

export const batchStates = ['waiting', 'approved', 'sent', 'closed', 'cancelled'] as const satisfies readonly Batch['state'][];

/** Which batches a list shows, as its address says. */
export function batchSearch(search: Record<string, unknown>): { state?: Batch['state'] } {
  const state = batchStates.find((known) => known === search['state']);
  return state === undefined ? {} : { state };
}
