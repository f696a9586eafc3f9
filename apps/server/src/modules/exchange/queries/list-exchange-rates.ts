import type { RatesAnswer, RatesQuery } from '@cordee/contract/exchange';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustSeeRates } from '../exchange.policy.ts';
import { newestRates } from '../rate.store.ts';

/** The newest rates of a day or before it, by currency. */
export function listExchangeRates(context: Context, query: RatesQuery): Promise<RatesAnswer> {
  mustSeeRates(context.actor);
  return read(context, async (tx) => {
    const day = query.date ?? localDateOf(context.now(), await zoneOf(tx, context.workspaceId));
    const { date, rates } = await newestRates(tx, context.workspaceId, day, query.currency);
    return { date, items: rates.map((rate) => ({ ...rate, source: 'ecb' as const })) };
  });
}
