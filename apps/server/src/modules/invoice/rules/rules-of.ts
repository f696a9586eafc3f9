import type { InvoiceRules } from '@cordee/core/invoice';
import { frenchRules } from './french-rules.ts';

/** No rule of any country: what holds everywhere is checked alone. */
function noRules(currency: string): InvoiceRules {
  return { domestic: [], currency, rates: [], notes: [], mentions: [], addresses: null };
}

/** What is wanted of invoices of companies established in a country, whose books are in a currency. */
export function invoiceRulesOf(country: string, currency: string): InvoiceRules {
  return frenchRules.domestic.includes(country) ? frenchRules : noRules(currency);
}
