import type { InputOf } from '../../lib/api/call.ts';
import type { DaySpan } from '../../lib/day-span.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

type Query = NonNullable<InputOf<'listFacts'>['query']>;
export type FactKind = NonNullable<Query['kind']>;

/** What the address of a list of facts says. */
export interface FactFilters extends DaySpan {
  readonly kind?: FactKind;
  /** Facts that paid nothing, or those that did. */
  readonly unpaid?: 'true' | 'false';
}

/** `from` and `to` are instants here. */
export const factsQuery = (filters: FactFilters & { readonly partnerId?: string; readonly except?: FactKind }) =>
  pagesOf('listFacts', { query: { ...filters, limit: 100 } });
export const latestFactsQuery = pagesOf('listFacts', { query: { limit: 12 } });
export const factQuery = (id: string) => queryOf('getFact', { params: { id } });
export const whyQuery = (id: string) => queryOf('explainFact', { params: { id } });

/** Between instants. */
export const clicksQuery = (span: DaySpan) => pagesOf('listClicks', { query: { ...span, limit: 100 } });
export const clickWhyQuery = (id: string) => queryOf('explainClick', { params: { id } });
