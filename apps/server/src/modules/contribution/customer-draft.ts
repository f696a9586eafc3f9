import type { CustomerDraft } from '../fact/index.ts';
import type { NamedCustomer } from './contribution.store.ts';
import type { KnownCustomer } from './known-customer.store.ts';

/**
 * The customer of a confirmed contribution, as facts name it. What a partner said of it fills gaps and never replaces what the
 * company knows.
 */
export function draftOf({ customerId, externalId, ...said }: NamedCustomer, known: KnownCustomer | null): CustomerDraft {
  if (customerId === null) throw new Error('a confirmed contribution without a customer');
  // Of one who was erased since, only the opaque id is left, which saves nothing: the erased stay erased.
  const named = { id: customerId, externalId: externalId ?? '' };
  const gap = (field: keyof KnownCustomer) => (known === null || known[field] === null ? said[field] : null);
  return { ...named, email: gap('email'), name: gap('name'), country: gap('country') };
}
