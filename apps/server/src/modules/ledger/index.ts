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
export { postingColumns, postingLines } from './rows.ts';
