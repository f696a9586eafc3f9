export { registerExchange } from './exchange.routes.ts';
export { exchangeJobs } from './exchange.jobs.ts';
export { termsAt } from './exchange-terms.ts';
export { openDailyRates } from './daily-rates.ts';
export type { ExchangeParts } from './parts.ts';
export { readExchangeRates } from './verbs/read-exchange-rates.ts';
