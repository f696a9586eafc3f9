import { count } from './count.ts';
import type { Fact } from './fact.ts';
import type { CommissionChange } from './outcome.ts';
import type { Conversion, CountingState } from './state.ts';
import type { Terms } from './terms.ts';

/**
 * What the last of `events` changed in the commissions of a conversion: found again by counting all that happened to it, in
 * order, from how it was counted at first. Changes `conversion`. Everything else counting would move is left out.
 */
export function changesTo(conversion: Conversion, events: readonly Fact[], terms: Terms): readonly CommissionChange[] {
  const state = stateOf(conversion);
  let changes: readonly CommissionChange[] = [];
  for (const event of events) changes = count(event, terms, state, { trace: false }).changes;
  return changes;
}

function stateOf(conversion: Conversion): CountingState {
  return {
    customer: () => {
      throw new Error('what happens to a conversion asks for no customer');
    },
    conversion: (seq) => (seq === conversion.factSeq ? conversion : undefined),
    remember: () => undefined,
    counter: () => 0n,
    addToCounter: () => undefined,
    release: () => [],
    pendingChanged: () => undefined,
    payout: () => undefined,
    rememberPayout: () => undefined,
  };
}
