// Not with the other queries of settings: those are of the first load, and these are not asked for there.
import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Company = AnswerOf<'getCompany'>;
export type CompanyEntry = ItemOf<'listCompanyRecords'>;
export type Identity = CompanyEntry['identity'];

export const companyQuery = queryOf('getCompany', { query: {} });
export const companyRecordsQuery = pagesOf('listCompanyRecords', { query: { limit: 20 } });
