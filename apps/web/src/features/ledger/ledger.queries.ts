import { formatInstant, isLocalDate, shiftDate, startOfDay } from '@cordee/core/time';
import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type TrialBalance = AnswerOf<'getTrialBalance'>[number];
export type Transaction = ItemOf<'listTransactions'>;
export type Month = AnswerOf<'listPeriods'>[number];
export type ListedStatement = ItemOf<'listStatements'>;
export type Verification = ItemOf<'listVerifications'>;

/** The instant a day ends where the workspace is; nothing for no day. */
export function endOf(day: string | undefined, zone: string): string | undefined {
  return day !== undefined && isLocalDate(day) ? formatInstant(startOfDay(shiftDate(day, 1), zone)) : undefined;
}

export const trialBalanceQuery = (at: string | undefined, knownAt: string | undefined) =>
  queryOf('getTrialBalance', { query: { ...(at === undefined ? {} : { at }), ...(knownAt === undefined ? {} : { knownAt }) } });
export const balanceQuery = (partnerId: string, at: string | undefined, knownAt: string | undefined) =>
  queryOf('getBalance', {
    params: { id: partnerId },
    query: { ...(at === undefined ? {} : { at }), ...(knownAt === undefined ? {} : { knownAt }) },
  });
export const transactionsQuery = (filters: { partnerId?: string }) =>
  pagesOf('listTransactions', { query: { ...filters, limit: 100 } });
export const verificationsQuery = queryOf('listVerifications', { query: { limit: 20 } });
export const monthsQuery = queryOf('listPeriods', {});
export const monthStatementsQuery = (period: string) => pagesOf('listStatements', { query: { period, limit: 100 } });
