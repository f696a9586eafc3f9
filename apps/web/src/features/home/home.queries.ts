import type { AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';

export type Home = AnswerOf<'getHome'>;
export type Need = Home['needs'][number];
export type FunnelSide = Home['funnel']['current'];

export const homeQuery = (days: number) => ({
  ...queryOf('getHome', { query: { days } }),
  refetchInterval: ({ state }: { readonly state: { readonly data: Home | undefined } }) =>
    state.data?.moversPending === true ? 3000 : 60_000,
});
export const trendQuery = (from: string, to: string) =>
  queryOf('getSeries', { query: { metric: 'amount', by: 'day', from, to } });
