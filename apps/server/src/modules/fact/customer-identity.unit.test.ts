import { createHmac, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { customerIdOf, emailHashOf, identityHash } from './customer-identity.ts';

test('is the HMAC that others compute, for keys of any length and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.string({ unit: 'binary' }), (bytes, text) => {
      const key = Buffer.from(bytes);
      const well = text.toWellFormed();
      expect(identityHash(key, well)).toBe(createHmac('sha256', key).update(well).digest('hex').slice(0, 32));
    }),
  );
});

test('an id is a UUID of version 8, and the same for the same customer only', () => {
  const key = randomBytes(32);
  expect(customerIdOf(key, 'c-1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(customerIdOf(key, 'c-1')).toBe(customerIdOf(key, 'c-1'));
  expect(customerIdOf(key, 'c-1')).not.toBe(customerIdOf(key, 'c-2'));
  expect(customerIdOf(randomBytes(32), 'c-1')).not.toBe(customerIdOf(key, 'c-1'));
});

test('an address is the same in capitals and with space around it', () => {
  const key = randomBytes(32);
  expect(emailHashOf(key, ' Ana@Example.com ')).toBe(emailHashOf(key, 'ana@example.com'));
});
