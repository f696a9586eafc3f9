import type { ExchangePreview, PreviewQuery } from '@cordee/contract/exchange';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { mustSeeRates } from '../exchange.policy.ts';
import { termsAt } from '../exchange-terms.ts';
import { exchanged, payableByCurrency } from '../payable-in.ts';

/** What an exchange of all payable balances in a currency would give now. Refuses `exchange_rate_missing`. */
export function previewExchange(context: Context, { from, to }: PreviewQuery): Promise<Wire<ExchangePreview>> {
  mustSeeRates(context.actor);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const terms = await termsAt(tx, workspaceId, from, to, context.now());
    const payable = (await payableByCurrency(tx, workspaceId)).get(from) ?? [];
    const names = await partnerNames(
      tx,
      workspaceId,
      payable.map(({ partnerId }) => partnerId),
    );
    const items = payable.map((each) => ({
      partnerId: encodeId('prt', each.partnerId),
      name: names.get(each.partnerId) ?? '',
      fromAmount: each.amount,
      toAmount: exchanged(each, from, terms),
    }));
    return {
      perEuro: terms.perEuro,
      rateOn: terms.rateOn,
      rateSource: 'ecb',
      fromAmount: items.reduce((sum, { fromAmount }) => sum + fromAmount, 0n),
      toAmount: items.reduce((sum, { toAmount }) => sum + toAmount, 0n),
      items,
    };
  });
}
