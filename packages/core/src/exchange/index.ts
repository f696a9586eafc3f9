export { crossRate, exchangeAmount, type RateOfEuro } from './exchange.ts';
export { isRateText, readRatesCsv, type ReferenceRate } from './reference-rates.ts';
