import type { EnrollmentDetail } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { toDetail } from '../enrollment-answer.ts';
import { findEnrollment, selectPlanEntries, selectStates } from '../enrollment.store.ts';
import { visiblePartner } from '../program.policy.ts';

/** An enrollment with its history. Refuses `not_found`, also for a partner user asking for another partner's. */
export function getEnrollment(context: Context, enrollmentId: string): Promise<EnrollmentDetail> {
  const own = visiblePartner(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const enrollment = await findEnrollment(tx, workspaceId, enrollmentId);
    if (enrollment === null || (own !== null && enrollment.partnerId !== own)) throw new Refusal('not_found');
    const states = await selectStates(tx, workspaceId, [enrollmentId]);
    const plans = await selectPlanEntries(tx, workspaceId, [enrollmentId]);
    return toDetail(enrollment, states, plans, context.now());
  });
}
