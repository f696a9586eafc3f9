import type { AnswerOf } from '../../lib/api/call.ts';
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

/** What a step changes elsewhere. */
export const touched = ['listObligations', 'getObligation', 'getTimeline'] as const;
