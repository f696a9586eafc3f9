import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

type Query = NonNullable<InputOf<'listPartners'>['query']>;
export type PartnerKind = NonNullable<Query['kind']>;
export type Stage = NonNullable<Query['stage']>;
export type EnrollmentState = NonNullable<Query['state']>;
export type PartnerSort = NonNullable<Query['sort']>;
export type ListedPartner = ItemOf<'listPartners'>;

/** What of the address narrows and orders the list. */
export type PartnerFilters = {
  readonly [Name in 'search' | 'kind' | 'stage' | 'country' | 'tag' | 'programId' | 'state' | 'archived' | 'sort']?: NonNullable<
    Query[Name]
  >;
};

export const partnersQuery = (filters: PartnerFilters) => pagesOf('listPartners', { query: { ...filters, limit: 100 } });
export const partnerQuery = (id: string) => queryOf('getPartner', { params: { id } });
export const balanceQuery = (id: string) => queryOf('getBalance', { params: { id } });
export const tagsQuery = { ...queryOf('listTags', {}), staleTime: 60_000 };
export const programsQuery = { ...queryOf('listPrograms', { query: { limit: 100 } }), staleTime: 60_000 };
export const viewsQuery = queryOf('listViews', { query: { screen: 'partners' } });
export const boardQuery = (filters: PartnerFilters) => pagesOf('listPartners', { query: { ...filters, limit: 25 } });
export const stageCountsQuery = queryOf('countStages', {});

export type Note = ItemOf<'listNotes'>;
export type TimelineEntry = ItemOf<'getTimeline'>;
export const notesQuery = (id: string) => pagesOf('listNotes', { params: { id }, query: { limit: 50 } });
export const timelineQuery = (id: string, kinds: string | undefined) =>
  pagesOf('getTimeline', { params: { id }, query: { limit: 50, ...(kinds === undefined ? {} : { kinds }) } });
/** What becomes payable by itself when its hold ends: what waits for somebody's decision is not among it. */
export const waitingQuery = (id: string) =>
  queryOf('listCommissions', { query: { partnerId: id, status: 'pending', limit: 200 } });
