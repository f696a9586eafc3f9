import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Contribution = ItemOf<'listContributions'>;
export type Kind = Contribution['kind'];
/** What a partner declares; splits are for the company. */
export type OwnKind = Exclude<Kind, 'agreement'>;

export const contributionsQuery = pagesOf('listContributions', { query: { limit: 100 } });
export const contributionQuery = (id: string) => queryOf('getContribution', { params: { id } });
export const ownTermsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
