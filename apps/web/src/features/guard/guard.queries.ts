import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';

export type Catalogue = AnswerOf<'getGuards'>;
export type Question = Catalogue['questions'][number];
export type Check = AnswerOf<'checkGuards'>;
export type Finding = Check['findings'][number];
export type Answers = Record<string, string | number | boolean>;

export const setsQuery = queryOf('listGuardSets', {});
export const guardsQuery = (set: string | null) => queryOf('getGuards', { query: set === null ? {} : { set } });

/** What the rules say of a case: a read, though its answers go in a body. The last one stays until the next has come. */
export const checkQuery = (set: string | null, answers: Answers) =>
  queryOptions({
    queryKey: ['checkGuards', set, answers] as const,
    queryFn: ({ signal }) => call('checkGuards', { body: { answers, ...(set === null ? {} : { set }) } }, { signal }),
    placeholderData: keepPreviousData,
  });
