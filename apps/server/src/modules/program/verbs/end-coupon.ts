import type { Coupon } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { couponToContract } from '../code-answer.ts';
import { findCoupon, markEnded, recordOwner } from '../code.store.ts';
import { mustManagePrograms } from '../program.policy.ts';

/** Ends a coupon: from now on it brings no credit. Ending it again changes nothing. Refuses `not_found`. */
export function endCoupon(context: Context, couponId: string): Promise<Coupon> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const coupon = await findCoupon(tx, workspaceId, couponId);
    if (coupon === null) throw new Refusal('not_found');
    const before = couponToContract(coupon);
    if (coupon.endedAt !== null) return { result: before, audit: null };

    await markEnded(tx, workspaceId, 'coupon', couponId, recordedAt);
    await recordOwner(tx, workspaceId, { kind: 'coupon', code: coupon.code }, null, recordedAt, recordedAt);
    const result = couponToContract({ ...coupon, endedAt: recordedAt });
    return { result, audit: { action: 'coupon.ended', subject: result.id, before, after: result } };
  });
}
