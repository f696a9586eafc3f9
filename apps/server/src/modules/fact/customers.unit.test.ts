import { expect, test } from 'vitest';
import { customerIdOf } from './customer-identity.ts';
import { CustomerList } from './customer.store.ts';
import type { CustomerDraft } from './draft.ts';
import { SavedCustomers } from './saved-customers.ts';

const key = Buffer.alloc(32, 7);

function customer(externalId: string, known: Partial<CustomerDraft> = {}): CustomerDraft {
  return { id: customerIdOf(key, externalId), externalId, email: null, name: null, country: null, ...known };
}

test('a customer is saved once, and again when more is known', () => {
  const saved = new SavedCustomers();
  expect(saved.isNew(customer('a'))).toBe(true);
  expect(saved.isNew(customer('a'))).toBe(false);
  expect(saved.isNew(customer('b'))).toBe(true);
  expect(saved.isNew(customer('a', { email: 'a@example.org' }))).toBe(true);
  expect(saved.isNew(customer('a', { country: 'FR' }))).toBe(true);
  expect(saved.isNew(customer('a', { email: 'other@example.org', country: 'BE' }))).toBe(false);
  saved.forget();
  expect(saved.isNew(customer('a'))).toBe(true);
});

test('one who was driven out of a place is saved again, never forgotten', () => {
  const saved = new SavedCustomers(1);
  for (const name of ['a', 'b', 'a']) expect(saved.isNew(customer(name))).toBe(true);
  expect(saved.isNew(customer('a'))).toBe(false);
});

test('names that mean something in an array are quoted', () => {
  const list = new CustomerList();
  expect(list.isEmpty).toBe(true);
  list.add(customer('a,b', { name: 'null', email: 'a@example.org' }));
  list.settle();
  list.add(customer('{"c\\d"}', { name: '' }));
  expect(list.arrays().slice(1)).toEqual([
    String.raw`{"a,b","{\"c\\d\"}"}`,
    '{a@example.org,null}',
    '{"null",""}',
    '{null,null}',
  ]);
});
