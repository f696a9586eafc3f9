import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

type Query = NonNullable<InputOf<'listCommissions'>['query']>;
export type SignalCode = NonNullable<Query['signal']>;
export type Order = NonNullable<Query['sort']>;
export type QueueStatus = 'in_review' | 'held' | 'suspended';
export type Waiting = ItemOf<'listCommissions'>;

/** What the address of the queue says. */
export interface QueueFilters {
  readonly status?: QueueStatus;
  readonly signal?: SignalCode;
  readonly sort?: Order;
}

export const queueQuery = ({ status = 'in_review', signal, sort = 'oldest' }: QueueFilters) =>
  pagesOf('listCommissions', {
    query: { status, sort, signals: 'true', limit: 50, ...(signal === undefined ? {} : { signal }) },
  });
export const ceilingProgramsQuery = queryOf('listPrograms', { query: { limit: 50 } });
export const planQuery = (id: string) => queryOf('getPlan', { params: { id } });
export const factQuery = (id: string) => queryOf('getFact', { params: { id } });
