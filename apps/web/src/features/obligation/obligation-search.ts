import { lastDayOfMonth, localDateOf, shiftDate } from '@cordee/core/time';

const FILTERS = ['open', 'late', 'settled'] as const;
export type ObligationFilter = (typeof FILTERS)[number];
export const obligationFilters: readonly ObligationFilter[] = FILTERS;

const OWNERS = ['company', 'partner', 'both'] as const;
export const obligationOwners: readonly (typeof OWNERS)[number][] = OWNERS;

const SPANS = ['week', 'month', 'quarter'] as const;
/** Until when something is due, as people choose it. */
export type DueSpan = (typeof SPANS)[number];
export const dueSpans: readonly DueSpan[] = SPANS;

/** What the address of a list says; what it does not know is left out. */
export function searchOf({ open, state, owner, due }: { open?: unknown; state?: unknown; owner?: unknown; due?: unknown }) {
  return {
    open: typeof open === 'string' && open.startsWith('obl_') ? open : undefined,
    state: FILTERS.find((known) => known === state),
    owner: OWNERS.find((known) => known === owner),
    due: SPANS.find((known) => known === due),
  };
}
export type Narrowed = Omit<ReturnType<typeof searchOf>, 'open'>;

/** The last day of a span that begins today. */
export function lastDayOf(due: DueSpan, zone: string, now = Date.now()): string {
  const today = localDateOf(now, zone);
  if (due === 'week') return shiftDate(today, 7);
  return due === 'month' ? lastDayOfMonth(today) : shiftDate(today, 91);
}
