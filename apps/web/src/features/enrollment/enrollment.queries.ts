import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf } from '../../lib/api/queries.ts';

export type Enrollment = AnswerOf<'listEnrollments'>['items'][number];
export type EnrollmentState = Enrollment['state'];

export const enrollmentsQuery = (programId: string) => pagesOf('listEnrollments', { query: { programId, limit: 100 } });
export const linksQuery = (programId: string) => pagesOf('listLinks', { query: { programId, limit: 100 } });
export const couponsQuery = (programId: string) => pagesOf('listCoupons', { query: { programId, limit: 100 } });
