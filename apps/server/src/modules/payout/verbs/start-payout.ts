import type { PayoutAnswer, StartPayout } from '@cordee/contract/payout';
import { encodeId, sequenceUuid } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import { runningDebts } from '../../debt/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { amountsByCurrency, partnerSums } from '../../ledger/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { partnerHeld } from '../batches/refusals.ts';
import { paymentHolds } from '../payment-holds.ts';
import { toContract } from '../payout-answer.ts';
import { payoutFact } from '../payout-fact.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { insertPayout, type PayoutRecord } from '../payout.store.ts';

/**
 * Takes all that is payable to a partner in one currency into a payout, less what is kept back for a debt, exactly: nothing is recorded or counted between the look
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
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    const payouts: PayoutRecord[] = [];
    await recordExclusively(tx, workspaceId, context.now(), async (place) => {
      const debt = (await runningDebts(tx, workspaceId, input.currency, today, [input.partnerId])).get(input.partnerId) ?? null;
      const payable = await payableTo(tx, workspaceId, input);
      const keptBack = debt?.keptBackOf(payable) ?? 0n;
      const payout = payoutAt(input, place, payable - keptBack);
      await insertPayout(tx, workspaceId, payout);
      payouts.push(payout);
      const started = payoutFact(payout, 'payout_started', place.recordedAt);
      if (debt === null || keptBack === 0n) return [started];
      return [started, await debt.keepBack(tx, context, keptBack, { ...place, seq: place.seq + 1n })];
    });
    const [payout] = payouts;
    if (payout === undefined) throw new Error('a payout was counted without being started');
    const result = toContract(payout);
    return { result, audit: { action: 'payout.started', subject: encodeId('pay', payout.id), after: result } };
  });
}

async function payableTo(tx: Tx, workspaceId: string, { partnerId, currency }: StartPayout): Promise<bigint> {
  return amountsByCurrency(await partnerSums(tx, workspaceId, partnerId)).get(currency)?.payable ?? 0n;
}

function payoutAt(input: StartPayout, { seq, recordedAt }: Place, amount: bigint): PayoutRecord {
  const { partnerId, currency, reference = null } = input;
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
