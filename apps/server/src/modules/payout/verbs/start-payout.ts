import type { PayoutAnswer, StartPayout } from '@cordee/contract/payout';
import { encodeId, sequenceUuid } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import { amountsByCurrency, partnerSums } from '../../ledger/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { partnerHeld } from '../batches/refusals.ts';
import { paymentHolds } from '../payment-holds.ts';
import { toContract } from '../payout-answer.ts';
import { payoutFact } from '../payout-fact.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { insertPayout, type PayoutRecord } from '../payout.store.ts';

/**
 * Takes all that is payable to a partner in one currency into a payout, exactly: nothing is recorded or counted between the look
 * at the balance and the posting. Refuses `unknown_reference`, `nothing_payable` when the balance is zero or below,
 * `conflict` where its tax details or documents hold payment, and `unavailable` while a large import is being counted.
 */
export function startPayout(
  context: Context,
  { sealer }: { readonly sealer: Sealer },
  input: StartPayout,
): Promise<Wire<PayoutAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, [input.partnerId], () => 'partnerId');
    const holds = await paymentHolds(tx, workspaceId, [input.partnerId], { now: context.now(), sealer });
    const held = holds.get(input.partnerId);
    if (held !== undefined) throw partnerHeld(held);
    const started: PayoutRecord[] = [];
    await recordExclusively(tx, workspaceId, context.now(), async (place) => {
      const payout = await payoutAt(tx, workspaceId, input, place);
      await insertPayout(tx, workspaceId, payout);
      started.push(payout);
      return [payoutFact(payout, 'payout_started', place.recordedAt)];
    });
    const [payout] = started;
    if (payout === undefined) throw new Error('a payout was counted without being started');
    const result = toContract(payout);
    return { result, audit: { action: 'payout.started', subject: encodeId('pay', payout.id), after: result } };
  });
}

async function payoutAt(tx: Tx, workspaceId: string, input: StartPayout, { seq, recordedAt }: Place): Promise<PayoutRecord> {
  const { partnerId, currency, reference = null } = input;
  const amounts = amountsByCurrency(await partnerSums(tx, workspaceId, partnerId)).get(currency);
  const amount = amounts?.payable ?? 0n;
  if (amount <= 0n) throw new Refusal('nothing_payable');
  return {
    id: sequenceUuid(recordedAt, 0, seq),
    partnerId,
    currency,
    amount,
    state: 'in_payout',
    startedSeq: seq,
    endedSeq: null,
    endedAt: null,
    reference,
    createdAt: recordedAt,
    batchId: null,
    endReason: null,
    settlement: null,
  };
}
