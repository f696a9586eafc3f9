import type { Coupon, CreateCoupon } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { chooseCode } from '../choose-code.ts';
import { couponToContract } from '../code-answer.ts';
import { openEnrollment } from '../code-enrollment.ts';
import { insertCoupon, recordOwner, type CouponRecord } from '../code.store.ts';
import { mustManagePrograms } from '../program.policy.ts';

/**
 * Gives a partner a coupon code. Refuses `unknown_reference`, `already_exists` with a free code, `conflict` for an enrollment
 * that has ended, `invalid_request` for a code with nothing usable.
 */
export function createCoupon(context: Context, input: CreateCoupon): Promise<Coupon> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const { enrollment, from } = await openEnrollment(tx, workspaceId, input.enrollmentId, null, recordedAt);
    const code = await chooseCode(tx, workspaceId, 'coupon', { typed: input.code, name: '' });

    const coupon: CouponRecord = {
      id: newUuid(recordedAt),
      enrollmentId: enrollment.id,
      programId: enrollment.programId,
      partnerId: enrollment.partnerId,
      code,
      createdAt: recordedAt,
      endedAt: null,
    };
    await insertCoupon(tx, workspaceId, coupon);
    await recordOwner(tx, workspaceId, { kind: 'coupon', code }, { enrollmentId: enrollment.id, linkId: null }, from, recordedAt);
    const result = couponToContract(coupon);
    return { result, audit: { action: 'coupon.created', subject: result.id, after: result } };
  });
}
