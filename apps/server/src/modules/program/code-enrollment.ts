import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { entryAt } from './enrollment-answer.ts';
import { findEnrollment, selectStates, type EnrollmentRecord } from './enrollment.store.ts';
import { conflict, unknownId } from './refusals.ts';

export interface CodeEnrollment {
  readonly enrollment: EnrollmentRecord;
  /** From when on a new code counts: the start of the enrollment, so that an existing history can be brought in. */
  readonly from: Instant;
}

/**
 * The enrollment that a new link or coupon is for. Refuses `unknown_reference` (also for one of another partner than `own`) and
 * `conflict` once it has ended.
 */
export async function openEnrollment(
  tx: Tx,
  workspaceId: string,
  id: string,
  own: string | null,
  recordedAt: Instant,
): Promise<CodeEnrollment> {
  const enrollment = await findEnrollment(tx, workspaceId, id);
  if (enrollment === null || (own !== null && enrollment.partnerId !== own)) {
    throw new Refusal('unknown_reference', [unknownId('enrollmentId', 'enr', id)]);
  }
  const states = await selectStates(tx, workspaceId, [id]);
  if (entryAt(states, recordedAt)?.state === 'ended') {
    throw conflict('enrollmentId', 'ended', { en: 'This enrollment has ended.', fr: 'Cette adhésion est terminée.' });
  }
  return { enrollment, from: Math.min(recordedAt, ...states.map(({ from }) => from)) };
}
