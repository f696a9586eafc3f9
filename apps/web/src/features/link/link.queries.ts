import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Link = ItemOf<'listLinks'>;

/** Of one partner for the company; a partner is told of its own without saying which. */
export const linksQuery = (partnerId?: string) => pagesOf('listLinks', { query: codesOf(partnerId) });
export const couponsQuery = (partnerId?: string) => pagesOf('listCoupons', { query: codesOf(partnerId) });
export const ownTermsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });

function codesOf(partnerId: string | undefined) {
  return { ...(partnerId === undefined ? {} : { partnerId }), limit: 100 };
}
