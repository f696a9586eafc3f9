import { Webhook } from 'standardwebhooks';
import { Stripe } from 'stripe';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyStripe } from '../stripe/verify.ts';
import { verifyBase64Hmac } from '../translation/base64-hmac.ts';
import { rehearse } from '../translation/rehearsal.ts';
import { genericTranslator, readGenericEvent } from './translate.ts';
import { verifyGeneric } from './verify.ts';

const now = 1_800_000_000_000;
const body = Buffer.from('{"type":"sale","data":{}}');

function refusalOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

describe('a generic signature', () => {
  const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
  function verdict(shift: number, change: (headers: Record<string, string>) => void = () => undefined, bytes = body) {
    const at = new Date(now + shift * 1000);
    const headers: Record<string, string> = { id: 'msg_1', timestamp: String(at.getTime() / 1000) };
    headers['signature'] = `v1a,xyz v1,AAAA ${new Webhook(secret).sign('msg_1', at, body)}`;
    change(headers);
    const { id, timestamp, signature } = headers;
    return refusalOf(() => verifyGeneric(bytes, { id, timestamp, signature }, secret, now));
  }

  test('passes within 300 seconds in both directions', () => {
    expect([verdict(0), verdict(-300), verdict(300)]).toEqual([null, null, null]);
    expect([verdict(-301), verdict(301)]).toEqual(['timestamp_out_of_range', 'timestamp_out_of_range']);
  });

  test('fails when anything signed was changed or is missing', () => {
    expect(verdict(0, () => undefined, Buffer.from('{}'))).toBe('signature_invalid');
    expect(verdict(0, (headers) => (headers['id'] = 'msg_2'))).toBe('signature_invalid');
    expect(verdict(0, (headers) => (headers['timestamp'] = String(now / 1000 - 1)))).toBe('signature_invalid');
    expect(verdict(0, (headers) => delete headers['signature'])).toBe('signature_invalid');
    expect(verdict(0, (headers) => (headers['timestamp'] = 'soon'))).toBe('signature_invalid');
  });

  test('takes a secret that is not base64 as it is', () => {
    const plain = 'an ordinary secret';
    const at = new Date(now);
    const signature = new Webhook(plain, { format: 'raw' }).sign('msg_1', at, body);
    verifyGeneric(body, { id: 'msg_1', timestamp: String(now / 1000), signature }, plain, now);
  });
});

describe('a Stripe signature', () => {
  const secret = 'whsec_test';
  function header(timestamp: number, options = {}) {
    return Stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret, timestamp, ...options });
  }
  const at = now / 1000;

  test.each([
    ['right', header(at), null],
    ['300 s old', header(at - 300), null],
    ['301 s old', header(at - 301), 'timestamp_out_of_range'],
    ['an hour ahead', header(at + 3600), 'timestamp_out_of_range'],
    ['of another secret', header(at, { secret: 'whsec_other' }), 'signature_invalid'],
    ['of another scheme', header(at, { scheme: 'v0' }), 'signature_invalid'],
    ['second of two', `${header(at, { secret: 'whsec_other' })},${header(at).split(',')[1]}`, null],
    ['missing', undefined, 'signature_invalid'],
    ['garbled', 't=,v1=', 'signature_invalid'],
  ])('%s', (_, signature, expected) => {
    expect(refusalOf(() => verifyStripe(body, signature, secret, now))).toBe(expected);
  });

  test('fails on a changed body', () => {
    expect(refusalOf(() => verifyStripe(Buffer.from('{ }'), header(at), secret, now))).toBe('signature_invalid');
  });
});

test('a base64 signature of shops', () => {
  const good = createHmac('sha256', 'secret').update(body).digest('base64');
  expect(refusalOf(() => verifyBase64Hmac(body, good, 'secret'))).toBeNull();
  for (const bad of [undefined, '', good.slice(4), createHmac('sha256', 'other').update(body).digest('base64')]) {
    expect(refusalOf(() => verifyBase64Hmac(body, bad, 'secret'))).toBe('signature_invalid');
  }
});

test("the tracking API's bodies come through, and what is wrong with them is said by field", () => {
  const data = { eventId: 'o-1', customer: { externalId: 'u-1' }, currency: 'EUR', amount: 4990, code: 'Anna' };
  const { drafts } = rehearse(genericTranslator, [readGenericEvent('m1', { type: 'sale', data }, now)]);
  expect(drafts[0]).toMatchObject({
    kind: 'sale',
    source: 'company/sale',
    externalId: 'o-1',
    amount: 4990n,
    body: { code: 'anna' },
  });
  const wrong = readGenericEvent('m2', { type: 'sale', data: { ...data, amount: -1, extra: true } }, now);
  expect(() => rehearse(genericTranslator, [wrong])).toThrow('invalid_request');
  expect(() => readGenericEvent('m3', { type: 'sale' }, now)).toThrow('Expected');
  const other = rehearse(genericTranslator, [readGenericEvent('m4', { type: 'weather', data: {} }, now)]);
  expect(other.outcomes.get('m4')?.reason).toBe('unknown_type');
});
