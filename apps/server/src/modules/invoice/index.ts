export { drawInvoice } from './paper/draw-invoice.ts';
export type { ReadInvoice } from './reading/read-cii.ts';
export { readInvoiceFile } from './reading/read-invoice-file.ts';
export { invoiceRulesOf } from './rules/rules-of.ts';
