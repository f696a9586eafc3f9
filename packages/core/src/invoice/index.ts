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
export { invoiceTotals, vatOn } from './totals.ts';
