import type { Dated, EnrollmentState } from '../counting/terms.ts';
import type { Instant } from '../time/index.ts';

export type StateDecision =
  | { readonly kind: 'change'; readonly from: Instant }
  /** The enrollment already is in that state: nothing to record. */
  | { readonly kind: 'same' }
  | { readonly kind: 'impossible'; readonly possible: readonly EnrollmentState[] }
  | { readonly kind: 'too_early'; readonly earliest: Instant };

const nextStates: Readonly<Record<EnrollmentState, readonly EnrollmentState[]>> = {
  pending: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: ['active'],
};

/**
 * Whether an enrollment with this history may enter `state` from `wish` on (now unless said). A change never starts before
 * the last one did; one that starts at the same instant replaces it, which is how an announced pause is taken back. The
 * history is not empty.
 */
export function decideState(
  history: readonly Dated<EnrollmentState>[],
  state: EnrollmentState,
  wish: Instant | null,
  now: Instant,
): StateDecision {
  let last: Dated<EnrollmentState> | undefined;
  for (const entry of history) {
    if (last === undefined || entry.from >= last.from) last = entry;
  }
  if (last === undefined) throw new Error('an enrollment has at least one state');
  if (last.value === state) return { kind: 'same' };
  const possible = nextStates[last.value];
  if (!possible.includes(state)) return { kind: 'impossible', possible };
  const from = wish ?? Math.max(now, last.from);
  return from < last.from ? { kind: 'too_early', earliest: last.from } : { kind: 'change', from };
}
