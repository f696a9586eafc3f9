import type { Rail, Way } from './payment.queries.ts';

export const railNames = ['sepa', 'wise', 'paypal', 'stripe', 'outside'] as const satisfies readonly Rail[];

/** By which rail and in which currency an address asks; what holds without being said is left out. */
export function waySearch(search: Record<string, unknown>): Partial<Way> {
  const rail = railNames.find((known) => known === search['rail']);
  if (rail === undefined || rail === 'sepa') return {};
  const { currency } = search;
  const isCode = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && currency !== 'EUR';
  return { rail, ...(isCode ? { currency } : {}) };
}

/** Euros by a file for the bank, unless said otherwise. */
export function wayOf({ rail = 'sepa', currency = 'EUR' }: Partial<Way>): Way {
  return { rail, currency };
}
