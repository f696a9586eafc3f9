import { call } from '../../lib/api/call.ts';
import type { Change, Outcome } from './bulk.ts';

/** As many as the contract takes at once. */
const AT_ONCE = 1000;

/** Does the same to all of them, each with its own outcome. */
export async function doTogether(change: Change, ids: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const partnerIds = ids.slice(from, from + AT_ONCE);
    const { items } = await call('bulkPartners', { body: { ...change, partnerIds } });
    outcomes.push(...items);
  }
  return outcomes;
}
