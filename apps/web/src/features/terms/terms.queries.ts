import type { AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';

export type Terms = AnswerOf<'getTerms'>[number];

export const termsQuery = (partnerId: string) => queryOf('getTerms', { params: { id: partnerId } });
