import { call, type AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Obligation = ItemOf<'listObligations'>;
export type ObligationDetail = AnswerOf<'getObligation'>;
export type ObligationStep = ObligationDetail['steps'][number];

const FILTERS = ['open', 'late', 'settled'] as const;
export type ObligationFilter = (typeof FILTERS)[number];
export const obligationFilters: readonly ObligationFilter[] = FILTERS;

/** What the address of a list says; what it does not know is left out. */
export function searchOf({ open, state }: { open?: unknown; state?: unknown }) {
  return {
    open: typeof open === 'string' && open.startsWith('obl_') ? open : undefined,
    state: FILTERS.find((known) => known === state),
  };
}

export const obligationsQuery = (partnerId: string | null, state: ObligationFilter | undefined) =>
  pagesOf('listObligations', {
    query: { limit: 100, ...(partnerId === null ? {} : { partnerId }), ...(state === undefined ? {} : { state }) },
  });
export const obligationQuery = (id: string) => queryOf('getObligation', { params: { id } });
export const feedsQuery = queryOf('listObligationFeeds', {});

export type HolidayCalendar = AnswerOf<'getHolidayCalendar'>;
/** Of one partner, or of all. */
export const calendarQuery = (partnerId: string | null) => ({
  queryKey: ['holidayCalendar', partnerId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    partnerId === null
      ? call('getHolidayCalendar', {}, { signal })
      : call('getPartnerHolidayCalendar', { params: { id: partnerId } }, { signal }),
});

/** What a step changes elsewhere. */
export const touched = ['listObligations', 'getObligation', 'getTimeline'] as const;
