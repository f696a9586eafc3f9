import type { AnswerOf, InputOf } from '../../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../../lib/api/queries.ts';

export type Standing = AnswerOf<'getLeaving'>;
export type Leaving = NonNullable<Standing['leaving']>;
export type Rehearsal = AnswerOf<'rehearseExit'>;
export type FinalLine = Rehearsal['account'][number];
export type KeptRehearsal = ItemOf<'listExitRehearsals'>;
export type Archive = ItemOf<'listPartnerArchives'>;
export type Side = 'company' | 'partner';
export type Tried = NonNullable<InputOf<'rehearseExit'>['query']>;

const by = (id: string) => ({ params: { id } });
export const leavingQuery = (id: string) => queryOf('getLeaving', by(id));
export const rehearsalQuery = (id: string, query: Tried) => queryOf('rehearseExit', { ...by(id), query });
export const keptQuery = (id: string) => pagesOf('listExitRehearsals', { ...by(id), query: { limit: 10 } });
export const archivesQuery = (id: string) => pagesOf('listPartnerArchives', { ...by(id), query: { limit: 10 } });

/** What a step of a leaving changes elsewhere. */
export const touched = [
  'getLeaving',
  'rehearseExit',
  'getPartner',
  'getPartnership',
  'getTimeline',
  'listCharters',
  'getCharter',
  'listObligations',
  'listEnrollments',
] as const;
