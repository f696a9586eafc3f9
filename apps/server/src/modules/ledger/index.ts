export { exportHledger } from './queries/export-hledger.ts';
export {
  type AccountSum,
  allSums,
  appendRows,
  type BookedRows,
  bookBehind,
  type Booking,
  partnersSums,
  partnerSums,
  rebuildSnapshots,
  transactionHash,
} from './ledger.store.ts';
export { snapshotBalances } from './verbs/snapshot-balances.ts';
export { registerLedger } from './ledger.routes.ts';
export { amountsByCurrency, type PartnerAmounts } from './partner-amounts.ts';
export { loadStatement, type CurrencyStatement, type Statement } from './queries/load-statement.ts';
export { statementToContract } from './statement-answer.ts';
export { statementCsv, statementTable } from './statement-csv.ts';
export { addPostings, postingColumns } from './rows.ts';
