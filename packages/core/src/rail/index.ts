export { PAYPAL_ROWS, paypalCsv, type PaypalPayment } from './paypal-csv.ts';
export { type DestinationRail, type Rail, railDecimals, rails, railUnits } from './rails.ts';
export {
  DEFAULT_WISE_HEADER,
  readWiseHeader,
  WISE_ROWS,
  wiseCsv,
  wiseDetailColumns,
  wiseGaps,
  type WisePayment,
  type WiseRecipient,
} from './wise-csv.ts';
