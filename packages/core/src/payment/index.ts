export { bankText, bankTextOf, isBankText } from './bank-text.ts';
export {
  type BankAccount,
  type CreditTransfer,
  LARGEST_TRANSFER,
  LONGEST_NAME,
  LONGEST_REMITTANCE,
  type OrderFault,
  orderFaults,
  type OrderRule,
  type PostalAddress,
  type TransferOrder,
} from './credit-transfer.ts';
export { isIban, isSepaIban, maskedIban, plainIban } from './iban.ts';
export { pain001, type PainVersion } from './pain001.ts';
export { paymentDayFrom } from './payment-day.ts';
export { easterOf, isTargetDay, targetDayFrom } from './target-days.ts';
