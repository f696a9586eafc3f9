import type { AnswerOf } from '../../lib/api/call.ts';
import type { DaySpan } from '../../lib/day-span.ts';
import { pagesOf } from '../../lib/api/queries.ts';

export type CommissionStatus = AnswerOf<'listCommissions'>['items'][number]['status'];

/** What the address of a list of commissions says. */
export interface CommissionFilters extends DaySpan {
  readonly status?: CommissionStatus;
}

/** `from` and `to` are instants here. */
export const commissionsQuery = (filters: CommissionFilters & { readonly partnerId?: string }) =>
  pagesOf('listCommissions', { query: { ...filters, limit: 100 } });
