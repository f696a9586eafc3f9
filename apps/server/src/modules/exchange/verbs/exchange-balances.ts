import type { ExchangeAnswer, ExchangeBody } from '@cordee/contract/exchange';
import { encodeId, sequenceUuid } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { exchangeToContract } from '../exchange-answer.ts';
import { exchangeFact } from '../exchange-fact.ts';
import { mustExchange } from '../exchange.policy.ts';
import { type ExchangeRecord, insertExchanges } from '../exchange.store.ts';
import { termsAt } from '../exchange-terms.ts';
import { exchanged, type Payable, payableByCurrency } from '../payable-in.ts';

/**
 * Exchanges the whole payable balance of those named, or of all who have one in this currency, at the newest reference rate, exactly:
 * nothing is recorded or counted between the look at the balances and the postings. What would come to nothing in the new currency
 * stays. Refuses `exchange_rate_missing`, `nothing_payable`, `unknown_reference`, and `unavailable` while a large import is counted.
 */
export function exchangeBalances(context: Context, input: ExchangeBody): Promise<{ items: Wire<ExchangeAnswer>[] }> {
  mustExchange(context.actor);
  const { workspaceId } = context;
  const { from, to, partnerIds } = input;
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, partnerIds ?? []);
    const made: ExchangeRecord[] = [];
    await recordExclusively(tx, workspaceId, context.now(), async (first) => {
      const terms = await termsAt(tx, workspaceId, from, to, first.recordedAt);
      const chosen = choose((await payableByCurrency(tx, workspaceId)).get(from) ?? [], partnerIds);
      const worth = chosen.map((payable) => ({ payable, toAmount: exchanged(payable, from, terms) }));
      const records = worth
        .filter(({ toAmount }) => toAmount !== 0n)
        .map(({ payable, toAmount }, index): ExchangeRecord => ({
          ...placed(first, index),
          partnerId: payable.partnerId,
          from,
          fromAmount: payable.amount,
          to,
          toAmount,
          perEuro: terms.perEuro,
          rateOn: terms.rateOn,
        }));
      if (records.length === 0) throw new Refusal('nothing_payable');
      await insertExchanges(tx, workspaceId, records);
      made.push(...records);
      return records.map((record) => exchangeFact(record, terms));
    });
    const result = { items: made.map(exchangeToContract) };
    const after = { from, to, rateOn: made[0]?.rateOn, perEuro: made[0]?.perEuro, exchanges: made.length };
    return { result, audit: { action: 'currency.exchanged', subject: encodeId('exc', made[0]?.id ?? ''), after } };
  });
}

function placed({ seq, recordedAt }: Place, index: number) {
  const factSeq = seq + BigInt(index);
  return { id: sequenceUuid(recordedAt, 0, factSeq), factSeq, createdAt: recordedAt };
}

function choose(payable: readonly Payable[], named: readonly string[] | undefined): Payable[] {
  const wanted = named === undefined ? null : new Set(named);
  return payable
    .filter(({ partnerId }) => wanted === null || wanted.has(partnerId))
    .toSorted((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
}
