import type { PayoutAnswer } from '@cordee/contract/payout';
import { encodeId, factId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { PayoutRecord } from './payout.store.ts';

export function toContract(payout: PayoutRecord): Wire<PayoutAnswer> {
  const { endedSeq, endedAt } = payout;
  return {
    id: encodeId('pay', payout.id),
    partnerId: encodeId('prt', payout.partnerId),
    amount: payout.amount,
    currency: payout.currency,
    state: payout.state,
    reference: payout.reference,
    batchId: payout.batchId === null ? null : encodeId('bat', payout.batchId),
    settlement: payout.settlement,
    endReason: payout.endReason,
    createdAt: formatInstant(payout.createdAt),
    startedBy: factId(payout.createdAt, payout.startedSeq),
    endedBy: endedSeq === null || endedAt === null ? null : factId(endedAt, endedSeq),
  };
}
