import type { DeclareContribution } from '@cordee/contract/contribution-body';
import { customerIdOf, emailHashOf } from '../fact/index.ts';
import type { NamedCustomer } from './contribution.store.ts';

/** A customer as declared, with what it is recognised by in other declarations. */
export function namedCustomer(input: DeclareContribution['customer'], key: Buffer): NamedCustomer {
  const { externalId = null, name = null, email = null, country = null } = input;
  return {
    customerId: externalId === null ? null : customerIdOf(key, externalId),
    externalId,
    name,
    email,
    country,
    nameKey: name === null ? null : nameKeyOf(name),
    emailHash: email === null ? null : emailHashOf(key, email),
  };
}

/** A name as people mean it: without accents, capitals and punctuation; null when nothing is left of it. */
function nameKeyOf(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? null : words;
}

/** Whether two declarations may mean the same customer. Two different ids of the company's own are two customers. */
export function meansSame(a: NamedCustomer, b: NamedCustomer): boolean {
  if (a.customerId !== null && b.customerId !== null) return a.customerId === b.customerId;
  return isSaid(a.emailHash, b.emailHash) || isSaid(a.nameKey, b.nameKey);
}

function isSaid(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}
