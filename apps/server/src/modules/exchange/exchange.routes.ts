import { exchangeRoutes as routes } from '@cordee/contract/exchange';
import type { Api } from '../../platform/http/index.ts';
import type { ExchangeParts } from './parts.ts';
import { getExchangeRules } from './queries/get-exchange-rules.ts';
import { listExchangeRates } from './queries/list-exchange-rates.ts';
import { listExchanges } from './queries/list-exchanges.ts';
import { listPayableByCurrency } from './queries/list-payable-by-currency.ts';
import { previewExchange } from './queries/preview-exchange.ts';
import { exchangeBalances } from './verbs/exchange-balances.ts';
import { fetchExchangeRates } from './verbs/fetch-exchange-rates.ts';
import { readExchangeRates } from './verbs/read-exchange-rates.ts';
import { setExchangeRules } from './verbs/set-exchange-rules.ts';

/** Serves reference rates and exchanges of balances. */
export function registerExchange(api: Pick<Api, 'on'>, parts: ExchangeParts): void {
  api.on(routes.listExchangeRates, (context, { query }) => listExchangeRates(context, query));
  api.on(routes.readExchangeRates, (context, { rawBody }) => readExchangeRates(context, rawBody));
  api.on(routes.fetchExchangeRates, (context) => fetchExchangeRates(context, parts));
  api.on(routes.getExchangeRules, (context) => getExchangeRules(context));
  api.on(routes.setExchangeRules, (context, { body }) => setExchangeRules(context, body));
  api.on(routes.listPayableByCurrency, (context) => listPayableByCurrency(context));
  api.on(routes.previewExchange, (context, { query }) => previewExchange(context, query));
  api.on(routes.exchangeBalances, (context, { body }) => exchangeBalances(context, body));
  api.on(routes.listExchanges, (context, { query }) => listExchanges(context, query));
}
