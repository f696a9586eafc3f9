// Not named after its feature like others of its kind: those are of the first load, and these are not asked for there.
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';

export type BookFile = ItemOf<'listBookExports'>;
export type Charts = AnswerOf<'listCharts'>;
export type Chart = Charts['preset']['chart'];
export type Auxiliary = ItemOf<'listAuxiliaries'>;
export type Company = NonNullable<AnswerOf<'getCompany'>['record']>['identity'];
export type DeclarationSettings = NonNullable<AnswerOf<'getDeclarationSettings'>['settings']>;
export type Das2 = AnswerOf<'getDas2'>;
export type Beneficiary = Das2['items'][number];

export const filesQuery = pagesOf('listBookExports', { query: { limit: 50 } });
export const chartsQuery = queryOf('listCharts', {});
export const companyQuery = queryOf('getCompany', { query: {} });
export const declarationQuery = queryOf('getDeclarationSettings', {});
export const auxiliariesQuery = (search?: string) =>
  pagesOf('listAuxiliaries', { query: { limit: 100, ...(search === undefined ? {} : { search }) } });
export const programsQuery = pagesOf('listPrograms', { query: { limit: 200 } });

/** Whether who looks keeps the books: the server refuses others on its own. */
export function mayKeepBooks(): boolean {
  const role = chosenMembership()?.role;
  return role === 'owner' || role === 'finance';
}
