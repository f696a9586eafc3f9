import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

export type Charter = AnswerOf<'getCharter'>;
export type Version = AnswerOf<'getCharterVersion'>;
export type VersionSummary = Charter['versions'][number];
export type Proposal = Charter['proposals'][number];
export type Clause = Version['document']['clauses'][number];
export type KeptClause = AnswerOf<'listCharterClauses'>['items'][number];
export type Side = 'company' | 'partner';

export const chartersQuery = (partnerId: string) => pagesOf('listCharters', { query: { partnerId, limit: 50 } });
export const charterQuery = (id: string) => queryOf('getCharter', { params: { id } });
export const versionQuery = (id: string, number: number) => queryOf('getCharterVersion', { params: { id, number } });
export const libraryQuery = { ...queryOf('listCharterClauses', {}), staleTime: 300_000 };
export const termsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
export const peopleQuery = (partnerId: string) => queryOf('listPartnershipPeople', { params: { id: partnerId } });

export const requirementQuery = queryOf('getCharterRequirement', {});
export const programsQuery = { ...queryOf('listPrograms', { query: { limit: 100 } }), staleTime: 60_000 };

/** What a step of a charter changes elsewhere. */
export const touched = [
  'listCharters',
  'getCharter',
  'getCharterVersion',
  'getTerms',
  'listEnrollments',
  'listEnvelopes',
  'getEnvelope',
] as const;
