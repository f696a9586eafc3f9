import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Link = ItemOf<'listLinks'>;

export const linksQuery = pagesOf('listLinks', { query: { limit: 100 } });
export const couponsQuery = pagesOf('listCoupons', { query: { limit: 100 } });
export const ownTermsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
