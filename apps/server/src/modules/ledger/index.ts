export { writeHledger } from './hledger.store.ts';
export {
  type AccountSum,
  allSums,
  appendRows,
  type BookedRows,
  type BookedTransaction,
  bookRows,
  moveSnapshots,
  partnerSums,
  partnerSumsAt,
  rebuildSnapshots,
  transactionHash,
} from './ledger.store.ts';
export { snapshotBalances } from './ledger.jobs.ts';
export { registerLedger } from './ledger.routes.ts';
export { amountsByCurrency, noAmounts, type PartnerAmounts } from './partner-amounts.ts';
export { getBalance } from './queries/get-balance.ts';
export { getTrialBalance } from './queries/get-trial-balance.ts';
export { loadStatement, type CurrencyStatement, type Statement } from './queries/load-statement.ts';
export { statementToContract } from './statement-answer.ts';
export { statementCsv } from './statement-csv.ts';
export { postingColumns, postingLines } from './rows.ts';
