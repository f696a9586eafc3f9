import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

/** What the address of the list says. */
export interface PartnerFilters {
  readonly search?: string;
  readonly kind?: PartnerKind;
}

type Query = NonNullable<InputOf<'listPartners'>['query']>;
export type PartnerKind = NonNullable<Query['kind']>;

export const partnersQuery = (filters: PartnerFilters) => pagesOf('listPartners', { query: { ...filters, limit: 100 } });
export const partnerQuery = (id: string) => queryOf('getPartner', { params: { id } });
export const balanceQuery = (id: string) => queryOf('getBalance', { params: { id } });

export type Note = ItemOf<'listNotes'>;
export type TimelineEntry = ItemOf<'getTimeline'>;
export const notesQuery = (id: string) => pagesOf('listNotes', { params: { id }, query: { limit: 50 } });
export const timelineQuery = (id: string, kinds: string | undefined) =>
  pagesOf('getTimeline', { params: { id }, query: { limit: 50, ...(kinds === undefined ? {} : { kinds }) } });
/** What becomes payable by itself when its hold ends: what waits for somebody's decision is not among it. */
export const waitingQuery = (id: string) =>
  queryOf('listCommissions', { query: { partnerId: id, status: 'pending', limit: 200 } });
