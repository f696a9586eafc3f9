import type { RateFileAnswer } from '@cordee/contract/exchange';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { mustExchange } from '../exchange.policy.ts';
import type { ExchangeParts } from '../parts.ts';
import { loadExchangeRules } from '../rules.store.ts';
import { readExchangeRates } from './read-exchange-rates.ts';

/** Fetches the rates of the day from the European Central Bank and loads them. Refuses `exchange_rates_away` and what loading refuses. */
export async function fetchExchangeRates(
  context: Context,
  { outbound, ratesUrl }: Pick<ExchangeParts, 'outbound' | 'ratesUrl'>,
): Promise<RateFileAnswer> {
  mustExchange(context.actor);
  const answer = await outbound(ratesUrl).catch(() => null);
  if (answer === null || answer.status !== 200) throw new Refusal('exchange_rates_away');
  return readExchangeRates(context, answer.body);
}

/** Fetches them where the workspace wants that they are fetched by themselves. Refuses as fetching does. */
export async function keepExchangeRates(
  context: Context,
  parts: Pick<ExchangeParts, 'outbound' | 'ratesUrl'>,
): Promise<RateFileAnswer | null> {
  mustExchange(context.actor);
  const { fetch } = await read(context, (tx) => loadExchangeRules(tx, context.workspaceId));
  return fetch ? fetchExchangeRates(context, parts) : null;
}
