import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf } from '../../lib/api/queries.ts';

type Query = NonNullable<InputOf<'listCommissions'>['query']>;
export type CommissionStatus = NonNullable<Query['status']>;

/** What the address of a list of commissions says. */
export interface CommissionFilters {
  readonly status?: CommissionStatus;
}

export const commissionsQuery = (filters: CommissionFilters & { readonly partnerId?: string }) =>
  pagesOf('listCommissions', { query: { ...filters, limit: 100 } });
