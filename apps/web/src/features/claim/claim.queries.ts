import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';

export type Claim = ItemOf<'listClaims'>;
export type ClaimDetail = AnswerOf<'getClaim'>;
export type ClaimKind = Claim['kind'];
export type ClaimFilterState = Claim['state'] | 'to_answer' | 'overdue' | 'to_settle';

/** What the address of a list of claims says. */
export interface ClaimFilters {
  readonly kind?: ClaimKind;
  readonly state?: ClaimFilterState;
  readonly partnerId?: string;
  readonly programId?: string;
}

export const claimsQuery = (filters: ClaimFilters = {}) => pagesOf('listClaims', { query: { ...filters, limit: 100 } });
export const claimQuery = (id: string) => queryOf('getClaim', { params: { id } });
export const claimTermsQuery = queryOf('getClaimTerms', {});
export const claimStatisticsQuery = queryOf('getClaimStatistics', {});
export const ownTermsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
export const programsQuery = { ...queryOf('listPrograms', { query: { limit: 100 } }), staleTime: 60_000 };
export const enrollmentsQuery = (partnerId: string, programId: string) =>
  queryOf('listEnrollments', { query: { partnerId, programId, limit: 100 } });
export const commissionQuery = (id: string) => queryOf('getCommission', { params: { id } });
export const factQuery = (id: string) => queryOf('getFact', { params: { id } });
export const contributionQuery = (id: string) => queryOf('getContribution', { params: { id } });

/** What a step of a claim changes elsewhere. */
export const touched = [
  'listClaims',
  'getClaim',
  'getHome',
  'getClaimStatistics',
  'listFacts',
  'listCommissions',
  'getBalance',
] as const;
