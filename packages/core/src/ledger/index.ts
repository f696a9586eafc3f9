export { balancesOf, type AccountBalance, type Balances } from './balance.ts';
export { ledgerFaults, type LedgerFault } from './invariants.ts';
export {
  type AccountKind,
  accountKinds,
  type CommissionRef,
  type Posting,
  type Transaction,
  type TransactionKind,
} from './posting.ts';
