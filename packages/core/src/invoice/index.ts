export { LARGEST_AMOUNT } from './amount-faults.ts';
export {
  type InvoiceAddress,
  type InvoiceDays,
  type InvoiceDocument,
  type InvoiceLine,
  type InvoiceNote,
  type InvoiceParty,
  type InvoiceTotals,
  type InvoiceType,
  invoiceTypes,
  type InvoiceVat,
} from './document.ts';
export { explainFault } from './explain-fault.ts';
export { type InvoiceFault, type InvoiceFaultCode, invoiceFaultCodes } from './invoice-fault.ts';
export { invoiceFaults, isCreditNote, isSelfBilled, statedFaults } from './invoice-faults.ts';
export type { InvoiceRules } from './invoice-rules.ts';
export { type InvoiceProfile, stateInvoice, type StatedInvoice } from './stated-invoice.ts';
export { invoiceTotals, vatOn } from './totals.ts';
export { type DraftInvoice, draftInvoices, type DraftLine, type Drafts, type EarlierInvoice, type OpenAmount } from './draft.ts';
export { invoiceAfter, type InvoiceStanding, type InvoiceState, invoiceStates, type InvoiceStep, invoiceSteps } from './state.ts';
export { CII_PROFILE, writeCii } from './write-cii.ts';
