import type { PayableByCurrency } from '@cordee/contract/exchange';
import { isCurrency } from '@cordee/core/money';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeRates } from '../exchange.policy.ts';
import { payableByCurrency } from '../payable-in.ts';

/** What is payable to all partners, by currency; units that are no money are left out. */
export function listPayableByCurrency(context: Context): Promise<Wire<PayableByCurrency>> {
  mustSeeRates(context.actor);
  return read(context, async (tx) => {
    const found = [...(await payableByCurrency(tx, context.workspaceId))].filter(([currency]) => isCurrency(currency));
    return {
      items: found.map(([currency, payable]) => ({
        currency,
        partners: payable.length,
        payable: payable.reduce((sum, { amount }) => sum + amount, 0n),
      })),
    };
  });
}
