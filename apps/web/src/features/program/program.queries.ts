import { pagesOf, queryOf } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';

export type ProgramState = AnswerOf<'getProgram'>['state'];

export const programsQuery = () => pagesOf('listPrograms', { query: { limit: 100 } });
export const programQuery = (id: string) => queryOf('getProgram', { params: { id } });
