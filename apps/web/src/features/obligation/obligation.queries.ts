import { call, type AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';
import { lastDayOf, type Narrowed } from './obligation-search.ts';

export type Obligation = ItemOf<'listObligations'>;
export type ObligationDetail = AnswerOf<'getObligation'>;
export type ObligationStep = ObligationDetail['steps'][number];

export const obligationsQuery = (partnerId: string | null, { state, owner, due }: Narrowed, zone: string) =>
  pagesOf('listObligations', {
    query: {
      limit: 100,
      ...(partnerId === null ? {} : { partnerId }),
      ...(state === undefined ? {} : { state }),
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { until: lastDayOf(due, zone) }),
    },
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
