import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

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
