export type { AccountSum } from './account-sums.ts';
export {
  type Chart,
  type ChartFault,
  chartFaults,
  chartKinds,
  chartOn,
  type ChartVersion,
  journalKinds,
  mayBeginOn,
} from './chart.ts';
export { checkFec, type FecReport } from './check-fec.ts';
export type { Auxiliary, BookFault, Entry, Move } from './entry.ts';
export { fecFileName, type FecForm, fecHead, fecLines, decimals } from './fec.ts';
export { type FecFault, fecFaultCodes, fecFaultSentence } from './fec-fault.ts';
export { frenchChart, frenchChartSources } from './french-chart.ts';
export { hledgerEntry } from './hledger.ts';
export type { Books, BooksOptions, BooksResult } from './books.ts';
export { keepBooks } from './keep-books.ts';
export { plainText } from './plain-text.ts';
