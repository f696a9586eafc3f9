import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';
import type { AnswerOf } from '../../lib/api/call.ts';

export type Qualification = ItemOf<'listQualifications'>;
export type QualificationDetail = AnswerOf<'getQualification'>;
export type Revealed = NonNullable<QualificationDetail['revealed']>;
export type Item = QualificationDetail['questionnaire']['items'][number];
export type Application = ItemOf<'listApplications'>;
export type Questionnaire = AnswerOf<'getQuestionnaire'>;
export type ApplicationForm = NonNullable<AnswerOf<'getApplicationForm'>['form']>;

export const qualificationQuery = (id: string) => queryOf('getQualification', { params: { id } });
export const qualificationsQuery = (partnerId?: string) =>
  pagesOf('listQualifications', { query: { limit: 50, ...(partnerId === undefined ? {} : { partnerId }) } });
export const conflictsQuery = (id: string) => queryOf('getQualificationConflicts', { params: { id } });
export const questionnairesQuery = queryOf('listQuestionnaires', { query: { limit: 100 } });
export const questionnaireQuery = (id: string) => queryOf('getQuestionnaire', { params: { id } });
export const applicationsQuery = (state?: 'to_decide') =>
  pagesOf('listApplications', { query: { limit: 50, ...(state === undefined ? {} : { state }) } });
export const applicationQuery = (id: string) => queryOf('getApplication', { params: { id } });
export const formQuery = (programId: string) => queryOf('getApplicationForm', { params: { id: programId }, query: { days: 90 } });
const programQuery = (id: string) => queryOf('getProgram', { params: { id } });

/** What a step of a qualification changes elsewhere. */
export const touched = ['getQualification', 'listQualifications'] as const;
