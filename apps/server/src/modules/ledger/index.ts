export { exportHledger } from './queries/export-hledger.ts';
export {
  type AccountSum,
  allSums,
  appendRows,
  type BookedRows,
  bookBehind,
  type Booking,
  ledgerHead,
  partnersSums,
  partnerSums,
  rebuildSnapshots,
  transactionHash,
} from './ledger.store.ts';
export { snapshotBalances } from './verbs/snapshot-balances.ts';
export { registerLedger } from './ledger.routes.ts';
export { type Movement, selectMovements } from './movement.store.ts';
export { amountsByCurrency, amountsOf, type PartnerAmounts } from './partner-amounts.ts';
export { loadStatement, type CurrencyStatement, type Statement } from './queries/load-statement.ts';
export { movementToContract, statementToContract } from './statement-answer.ts';
export { movementKinds, statementCsv, statementTable } from './statement-csv.ts';
export { addPostings, postingColumns } from './rows.ts';
