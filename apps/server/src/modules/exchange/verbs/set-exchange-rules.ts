import type { ExchangeRules } from '@cordee/contract/exchange';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { mustExchange } from '../exchange.policy.ts';
import { loadExchangeRules, saveExchangeRules } from '../rules.store.ts';

/** Sets whether the rates of the day are fetched by themselves. */
export function setExchangeRules(context: Context, rules: ExchangeRules): Promise<ExchangeRules> {
  mustExchange(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await loadExchangeRules(tx, workspaceId);
    await saveExchangeRules(tx, workspaceId, rules);
    const audit = { action: 'exchange_rules.set', subject: encodeId('wsp', workspaceId), before, after: rules };
    return { result: rules, audit };
  });
}
