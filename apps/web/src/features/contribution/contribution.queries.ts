import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Contribution = ItemOf<'listContributions'>;
export type Kind = Contribution['kind'];
/** What a partner declares; splits are for the company. */
export type OwnKind = Exclude<Kind, 'agreement'>;

/** What the address of a list of contributions says. */
export interface ContributionFilters {
  readonly kind?: Kind;
  readonly state?: Contribution['state'];
  readonly partnerId?: string;
  readonly programId?: string;
}

export const contributionsQuery = (filters: ContributionFilters = {}) =>
  pagesOf('listContributions', { query: { ...filters, limit: 100 } });
export const contributionQuery = (id: string) => queryOf('getContribution', { params: { id } });
export const ownTermsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
export const programsQuery = { ...queryOf('listPrograms', { query: { limit: 100 } }), staleTime: 60_000 };
/** Those of a partner, in one program if it is given. */
export const enrollmentsQuery = (partnerId: string, programId?: string) =>
  queryOf('listEnrollments', { query: { partnerId, limit: 100, ...(programId === undefined ? {} : { programId }) } });
export const factQuery = (id: string) => queryOf('getFact', { params: { id } });
/** Names of who wrote; for owners. */
export const membersQuery = { ...queryOf('listMembers', { query: { limit: 100 } }), staleTime: 5 * 60_000 };
export const auditQuery = (subject: string) => queryOf('listAudit', { query: { subject, limit: 20 } });
