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
  transactionHash,
} from './ledger.store.ts';
export { postingColumns, postingLines } from './rows.ts';
