import type { FactKind } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { ownFact, type ReadyFact } from '../fact/index.ts';
import type { PayoutRecord } from './payout.store.ts';

type Payout = Pick<PayoutRecord, 'id' | 'partnerId' | 'currency' | 'amount' | 'startedSeq'>;

type Step = Extract<FactKind, `payout_${string}`>;

/** A step of a payout as a fact of our own; the steps that end it aim at the one that started it. */
export function payoutFact(payout: Payout, kind: Step, at: Instant, reason?: string): ReadyFact {
  const body = { payoutId: payout.id, partnerId: payout.partnerId, ...(reason === undefined ? {} : { reason }) };
  return ownFact({
    kind,
    from: 'payout',
    externalId: `${encodeId('pay', payout.id)}/${kind.slice('payout_'.length)}`,
    at,
    currency: payout.currency,
    amount: payout.amount,
    body,
    targetSeq: kind === 'payout_started' ? null : payout.startedSeq,
  });
}
