import { queryOptions } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Details = ItemOf<'listTaxDetails'>;
export type KeptDecision = ItemOf<'listTaxDecisions'>;
export type PartnerTax = AnswerOf<'getPartnerTax'>;
export type Policy = AnswerOf<'getTaxPolicy'>;
export type Table = AnswerOf<'getTaxTable'>;

export const partnerTaxQuery = (id: string) => queryOf('getPartnerTax', { params: { id } });
export const historyQuery = (id: string) => pagesOf('listPartnerTaxDetails', { params: { id }, query: { limit: 20 } });
export const decisionsQuery = (id: string) => pagesOf('listTaxDecisions', { params: { id }, query: { limit: 10 } });
export const proposalsQuery = pagesOf('listTaxDetails', { query: { limit: 50, state: 'proposed' } });
export const policyQuery = queryOf('getTaxPolicy', {});
export const tablesQuery = queryOf('listTaxTables', {});

/** A version of the table; with null the one in force. */
export function tableQuery(id: string | null) {
  const key = id === null ? (['getTaxTableInForce', null] as const) : (['getTaxTable', id] as const);
  return queryOptions({
    queryKey: key,
    queryFn: ({ signal }) =>
      id === null ? call('getTaxTableInForce', {}, { signal }) : call('getTaxTable', { params: { id } }, { signal }),
  });
}

/** What is read again after something was said about a partner. */
export const ofPartner = [
  'getPartnerTax',
  'listPartnerTaxDetails',
  'listTaxDetails',
  'listVatChecks',
  'listPayoutCandidates',
] as const;
