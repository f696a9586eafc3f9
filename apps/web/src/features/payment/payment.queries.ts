import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';

export type Candidate = ItemOf<'listPayoutCandidates'>;
export type Batch = ItemOf<'listPayoutBatches'>;
export type Rail = Batch['rail'];
export type Account = ItemOf<'listBankAccounts'>;
export type Payout = ItemOf<'listPayouts'>;
export type Timeline = ItemOf<'listPayoutTimelines'>;
export type Exchange = ItemOf<'listExchanges'>;
export type Payable = AnswerOf<'listPayableByCurrency'>['items'][number];
export type Preview = AnswerOf<'previewExchange'>;
export type Report = AnswerOf<'readBankReport'>;

/** By which rail, in which currency. */
export interface Way {
  readonly rail: Rail;
  readonly currency: string;
}
export const candidatesQuery = ({ rail, currency }: Way) =>
  pagesOf('listPayoutCandidates', { query: { limit: 100, rail, currency } });
export const batchesQuery = (state?: Batch['state']) =>
  pagesOf('listPayoutBatches', { query: { limit: 100, ...(state === undefined ? {} : { state }) } });
export const batchQuery = (id: string) => queryOf('getPayoutBatch', { params: { id } });
export const linesQuery = (batchId: string) => pagesOf('listPayouts', { query: { limit: 100, batchId } });
export const accountsQuery = pagesOf('listBankAccounts', { query: { limit: 100, state: 'to_confirm' } });
export const companyAccountsQuery = queryOf('listCompanyAccounts', {});
export const partnerAccountsQuery = (id: string) => queryOf('listPartnerAccounts', { params: { id } });
export const payableByCurrencyQuery = queryOf('listPayableByCurrency', {});
export const ratesQuery = queryOf('listExchangeRates', { query: {} });
export const exchangeRulesQuery = queryOf('getExchangeRules', {});
export const previewQuery = (from: string, to: string) => queryOf('previewExchange', { query: { from, to } });
export const exchangesQuery = pagesOf('listExchanges', { query: { limit: 50 } });
export const connectionQuery = queryOf('getPayoutConnection', {});
export const rulesQuery = queryOf('getPaymentRules', {});
export const timelinesQuery = (partnerId: string) => pagesOf('listPayoutTimelines', { query: { limit: 20, partnerId } });
/** The day on which is paid next stands beside any page of payments. */
export const nextPaymentQuery = (partnerId: string) => queryOf('listPayoutTimelines', { query: { limit: 1, partnerId } });
