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

/** Whether businesses of two countries, or parts of one, are domestic to each other: then all that is wanted between them is. */
export function areDomestic(one: string, other: string): boolean {
  const { domestic } = invoiceRulesOf(one, '');
  return domestic.includes(one) && domestic.includes(other);
}
