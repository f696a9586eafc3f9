import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { inputHashOf } from '../../fact/index.ts';
import type { Referral } from '../../program/index.ts';
import { recordDrafts } from '../record.ts';

/** Records, in the transaction of the enrollment, that a partner brought in another; counting reaches it with the next fact or within a minute. */
export async function recordReferral(tx: Tx, context: Context, referral: Referral): Promise<void> {
  const { enrollmentId, partnerId, at } = referral;
  await recordDrafts(tx, context.workspaceId, context.now(), [
    {
      kind: 'referral',
      source: 'cordee/referral',
      externalId: enrollmentId,
      occurredAt: at,
      customer: null,
      currency: null,
      amount: null,
      target: null,
      strict: false,
      clickId: null,
      visitorId: null,
      inputHash: inputHashOf({ enrollmentId }),
      body: { enrollmentId, partnerId },
    },
  ]);
}
