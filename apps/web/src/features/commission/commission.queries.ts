import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf } from '../../lib/api/queries.ts';

export type CommissionStatus = AnswerOf<'listCommissions'>['items'][number]['status'];

/** What the address of a list of commissions says. */
export interface CommissionFilters {
  readonly status?: CommissionStatus;
}

export const commissionsQuery = (filters: CommissionFilters & { readonly partnerId?: string }) =>
  pagesOf('listCommissions', { query: { ...filters, limit: 100 } });
