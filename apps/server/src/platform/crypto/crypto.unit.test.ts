import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealer, hmacSha256, isSameSecret, readMasterKey, sha256 } from './index.ts';

test('what was sealed opens with the same key and no other', () => {
  const sealer = createSealer(sha256('key'));
  const sealed = sealer.seal('whsec_é');
  expect(sealer.open(sealed)).toBe('whsec_é');
  expect(sealed.toString('latin1')).not.toContain('whsec');
  expect(sealer.seal('whsec_é').equals(sealed)).toBe(false);
  expect(() => createSealer(sha256('other')).open(sealed)).toThrow();
  for (const index of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => sealer.open(changed)).toThrow();
  }
  expect(() => sealer.open(sealed.subarray(0, 10))).toThrow('not a sealed secret');
});

test('the known answer of HMAC-SHA-256 (RFC 4231, test case 2)', () => {
  const answer = hmacSha256('Jefe', 'what do ya want for nothing?').toString('hex');
  expect(answer).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  expect(isSameSecret('a', 'a')).toBe(true);
  expect(isSameSecret('a', 'ab')).toBe(false);
});

test('the master key is made once, readable by its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-key-'));
  try {
    const data = join(folder, 'data');
    const key = readMasterKey(undefined, data);
    expect(key).toHaveLength(32);
    expect(readMasterKey(undefined, data).equals(key)).toBe(true);
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
    expect(readMasterKey('a secret from the environment', data).equals(key)).toBe(false);
    writeFileSync(join(data, 'secret'), 'broken');
    expect(() => readMasterKey(undefined, data)).toThrow('64 hexadecimal digits');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
