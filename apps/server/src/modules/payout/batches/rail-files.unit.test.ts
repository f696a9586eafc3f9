import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealer } from '../../../platform/crypto/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import type { PayableAccount } from '../../bank/index.ts';
import type { BatchRecord } from './batch.store.ts';
import { railFiles } from './rail-files.ts';

const sealer = createSealer(randomBytes(32));
const template = { header: null, sourceCurrency: 'EUR' };

function linesOf(count: number, rail: 'wise' | 'paypal', text: string) {
  const account = { rail, holder: 'Ana', iban: sealer.seal(text) } as unknown as PayableAccount;
  return Array.from({ length: count }, (_, index) => ({
    id: newUuid(index),
    partnerId: newUuid(index),
    amount: 100n,
    accountId: 'a',
    account,
  }));
}

const batchOf = (rail: 'wise' | 'paypal') => ({ rail, currency: 'EUR', remittance: 'x' }) as unknown as BatchRecord;

test('a batch longer than its service takes is written in parts, every line once', () => {
  const to = JSON.stringify({ email: null, receiverType: 'PERSON', details: { IBAN: 'BE68539007547034' } });
  const wise = railFiles(batchOf('wise'), linesOf(2001, 'wise', to), sealer, template);
  expect(wise.map(({ lines }) => lines)).toEqual([1000, 1000, 1]);
  expect(new Set(wise.flatMap(({ text }) => text.match(/pay_\w{26}/g) ?? [])).size).toBe(2001);
  expect(wise.every(({ text }) => text.startsWith('name,recipientEmail'))).toBe(true);
  const paypal = railFiles(batchOf('paypal'), linesOf(5001, 'paypal', 'ana@example.com'), sealer, template);
  expect(paypal.map(({ lines }) => lines)).toEqual([5000, 1]);
  expect(paypal[0]?.text.split('\r\n')).toHaveLength(5001);
});

test('a line that leads to another service is written nowhere', () => {
  const lines = linesOf(1, 'paypal', 'ana@example.com');
  expect(() => railFiles(batchOf('wise'), lines, sealer, template)).toThrow('leads to paypal');
});
