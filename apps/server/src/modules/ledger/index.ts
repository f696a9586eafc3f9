export {
  type AccountSum,
  allSums,
  appendTransactions,
  type BookedTransaction,
  moveSnapshots,
  partnerSums,
  partnerSumsAt,
  transactionHash,
} from './ledger.store.ts';
