import type { ExchangeRules } from '@cordee/contract/exchange';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeRates } from '../exchange.policy.ts';
import { loadExchangeRules } from '../rules.store.ts';

/** Whether the rates of the day are fetched by themselves. */
export function getExchangeRules(context: Context): Promise<ExchangeRules> {
  mustSeeRates(context.actor);
  return read(context, (tx) => loadExchangeRules(tx, context.workspaceId));
}
