export { allocate, allocateByRates } from './allocation.ts';
export { currencyCodes, currencyExponent, isCurrency, isUnit } from './currencies.ts';
export { formatMoney } from './format-money.ts';
export type { Money } from './money.ts';
export { type AmountStyle, parseAmount } from './parse-amount.ts';
export {
  addRates,
  compareRates,
  formatRate,
  multiplyRates,
  ONE_RATE,
  parseRate,
  type Rate,
  rate,
  ratePercentText,
  subtractRates,
  ZERO_RATE,
} from './rates.ts';
export { applyRate, roundRatio } from './rounding.ts';
