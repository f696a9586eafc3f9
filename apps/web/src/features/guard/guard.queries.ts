import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';

export type Catalogue = AnswerOf<'getGuards'>;
export type Question = Catalogue['questions'][number];
export type Check = AnswerOf<'checkGuards'>;
export type Finding = Check['findings'][number];
export type Answers = Record<string, string | number | boolean>;

export type GuardSet = AnswerOf<'listGuardSets'>['items'][number];
export type WholeSet = AnswerOf<'getGuardSet'>;
export type SetDocument = WholeSet['document'];

export const setsQuery = queryOf('listGuardSets', { query: {} });
export const allSetsQuery = queryOf('listGuardSets', { query: { retired: 'include' } });
export const wholeSetQuery = (set: string | null) => queryOf('getGuardSet', { query: set === null ? {} : { set } });
export const guardsQuery = (set: string | null) => queryOf('getGuards', { query: set === null ? {} : { set } });

/** What a set that is not added yet says of a case. */
export const tryQuery = (document: SetDocument, answers: Answers) =>
  queryOptions({
    queryKey: ['checkGuards', document, answers] as const,
    queryFn: ({ signal }) => call('checkGuards', { body: { answers, document } }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What the rules say of a case: a read, though its answers go in a body. The last one stays until the next has come. */
export const checkQuery = (set: string | null, answers: Answers) =>
  queryOptions({
    queryKey: ['checkGuards', set, answers] as const,
    queryFn: ({ signal }) => call('checkGuards', { body: { answers, ...(set === null ? {} : { set }) } }, { signal }),
    placeholderData: keepPreviousData,
  });
