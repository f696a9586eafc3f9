import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

type Query = NonNullable<InputOf<'listFacts'>['query']>;
export type FactKind = NonNullable<Query['kind']>;

/** What the address of a list of facts says. */
export interface FactFilters {
  readonly kind?: FactKind;
  /** Facts that paid nothing, or those that did. */
  readonly unpaid?: 'true' | 'false';
}

export const factsQuery = (filters: FactFilters & { readonly partnerId?: string }) =>
  pagesOf('listFacts', { query: { ...filters, limit: 100 } });
export const factQuery = (id: string) => queryOf('getFact', { params: { id } });
export const whyQuery = (id: string) => queryOf('explainFact', { params: { id } });
