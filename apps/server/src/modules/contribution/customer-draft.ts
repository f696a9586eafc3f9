import type { CustomerDraft } from '../fact/index.ts';
import type { NamedCustomer } from './contribution.store.ts';

/** The customer of a confirmed contribution, as facts name it. */
export function draftOf({ customerId, externalId, email, name, country }: NamedCustomer): CustomerDraft {
  if (customerId === null) throw new Error('a confirmed contribution without a customer');
  // Of one who was erased since, only the opaque id is left, which saves nothing: the erased stay erased.
  return { id: customerId, externalId: externalId ?? '', email, name, country };
}
