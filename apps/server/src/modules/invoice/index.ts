export { readCii, type ReadInvoice } from './reading/read-cii.ts';
export { invoiceRulesOf } from './rules/rules-of.ts';
