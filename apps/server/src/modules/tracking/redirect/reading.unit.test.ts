import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, createAddressHasher, networkOf } from './address.ts';
import { createAddressHashes } from './address-hashes.ts';
import { createAgentReader, familyOf } from './agent.ts';
import { readHeaders } from './read-headers.ts';
import { isRedirect, readRedirectPath } from './redirect-path.ts';
import { referrerHost } from './referrer.ts';
import { createRepeats } from './repeats.ts';
import { cleanSubId, subIdOf } from './sub-id.ts';
import { trustsProxies } from './trusted-proxies.ts';
import { newVisitor, visitorCookie, visitorOf } from './visitor.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

describe('redirect addresses', () => {
  it('are those below /r/ and no others', () => {
    expect(isRedirect('/r/anna')).toBe(true);
    expect(isRedirect('/robots.txt')).toBe(false);
    expect(isRedirect('/api/v1/r/anna')).toBe(false);
  });

  it.each([
    ['/r/anna', 'anna', '', '', ''],
    ['/r/anna?utm=1&x=/y', 'anna', '', '', 'utm=1&x=/y'],
    ['/r/anna/blog-3?x', 'anna', 'blog-3', '', 'x'],
    ['/r/acme/anna/blog/more', 'acme', 'anna', 'blog', ''],
    ['/r/', '', '', '', ''],
    ['/r/?x=1', '', '', '', 'x=1'],
    ['/r/anna/', 'anna', '', '', ''],
  ])('%s', (url, first, second, third, query) => {
    expect(readRedirectPath(url)).toEqual({ first, second, third, query });
  });
});

describe('headers', () => {
  function read(...rawHeaders: string[]) {
    return readHeaders({ rawHeaders } as unknown as IncomingMessage);
  }

  it('are found in any case, the first host counts, cookies are joined', () => {
    const seen = read(
      'HOST',
      'a.example',
      'host',
      'b.example',
      'Cookie',
      'a=1',
      'cookie',
      'b=2',
      'User-Agent',
      'x',
      'Referer',
      'y',
    );
    expect(seen).toMatchObject({
      host: 'a.example',
      cookie: 'a=1; b=2',
      userAgent: 'x',
      referrer: 'y',
      gpc: false,
      prefetch: false,
    });
  });

  it.each([
    ['Sec-Purpose', 'prefetch;prerender'],
    ['Sec-Purpose', 'prefetch'],
    ['Purpose', 'prefetch'],
  ])('%s: %s is looking ahead', (name, value) => {
    expect(read(name, value).prefetch).toBe(true);
  });

  it('only Sec-GPC: 1 asks for privacy', () => {
    expect(read('Sec-GPC', '1').gpc).toBe(true);
    expect(read('Sec-GPC', '0').gpc).toBe(false);
  });
});

describe('sub-ids', () => {
  it.each([
    ['sub=blog', 'blog'],
    ['x=1&SubId=a%20b', 'a_b'],
    ['sub_id=', null],
    ['subject=no', null],
    ['sub=%3Cscript%3E', '_script_'],
    ['sub=%E0%A4%A', '_E0_A4_A'],
    ['', null],
  ])('%s', (query, expected) => {
    expect(subIdOf(query)).toBe(expected);
  });

  it('are short, printable ASCII whatever is sent', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(cleanSubId(text) ?? 'x').toMatch(/^[\x21-\x7e]{1,100}$/);
      }),
    );
  });
});

describe('visitors', () => {
  const visitor = newVisitor(1_790_000_000_000);

  it('are read back from what the cookie says', () => {
    const cookie = visitorCookie(visitor, 90, false);
    expect(cookie).toBe(`cordee_v=${visitor}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax`);
    expect(visitorOf(`a=b; ${cookie.split(';')[0]}; c=d`)).toBe(visitor);
    expect(visitorCookie(visitor, 90, true)).toMatch(/; Secure$/);
    expect(visitorCookie(visitor, 9999, false)).toContain('Max-Age=34560000;');
  });

  it.each(['', 'cordee_v=', 'cordee_v=1; x', `xcordee_v=${visitor}`, `cordee_v=${visitor}0`, "cordee_v=';drop"])(
    'nobody: %s',
    (header) => {
      expect(visitorOf(header)).toBeNull();
    },
  );
});

describe('addresses', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::'],
    ['2001:0DB8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['unknown', 'unknown'],
    ['1:2:3:4:5:6:7:8:9', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('are hashed with HMAC-SHA256', () => {
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    const expected = createHmac('sha256', key).update('203.0.113.0').digest('hex');
    expect(createAddressHasher(key)('203.0.113.0').toString('hex')).toBe(expected);
  });

  it('look different on another day, and alike within a network', () => {
    const hashes = createAddressHashes();
    expect(hashes.of('203.0.113.77')).toBeNull();
    hashes.use('2026-11-23', Buffer.alloc(32, 1));
    const first = hashes.of('203.0.113.77');
    expect(hashes.of('203.0.113.78')?.text).toBe(first?.text);
    expect(first?.bytes).toHaveLength(16);
    hashes.use('2026-11-24', Buffer.alloc(32, 2));
    expect(hashes.of('203.0.113.77')?.text).not.toBe(first?.text);
  });

  it('come from a proxy only where it is trusted, and from the nearest address that is none', () => {
    const trusts = trustsProxies(['10.0.0.0/8', 'loopback']);
    expect(clientAddress('198.51.100.1', '203.0.113.7', trusts)).toBe('198.51.100.1');
    expect(clientAddress('10.1.2.3', '203.0.113.7', trusts)).toBe('203.0.113.7');
    expect(clientAddress('::ffff:127.0.0.1', '6.6.6.6, 203.0.113.7, 10.9.9.9', trusts)).toBe('203.0.113.7');
    expect(clientAddress('10.1.2.3', '', trusts)).toBe('10.1.2.3');
    expect(trustsProxies([])('127.0.0.1')).toBe(false);
  });
});

describe('agents', () => {
  it('keep a family, never a version', () => {
    expect(familyOf(CHROME)).toBe('chrome linux');
    expect(
      familyOf('Mozilla/5.0 (iPhone; CPU iPhone OS 26_0) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1'),
    ).toBe('safari ios');
    expect(familyOf('curl/8.0')).toBe('other');
  });

  it('tell robots from people, and nobody at all is a robot', () => {
    const read = createAgentReader();
    expect(read(CHROME).bot).toBe(false);
    expect(read('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)').bot).toBe(true);
    expect(read('').bot).toBe(true);
    expect(read(CHROME)).toBe(read(CHROME));
  });
});

describe('referrers', () => {
  it.each([
    ['https://Blog.Example.org/a?token=1', 'blog.example.org'],
    ['http://user:pass@example.org:8080', 'example.org'],
    ['https://evil\\.example/', null],
    ['android-app://com.example', null],
    ['', null],
  ])('%s', (referrer, host) => {
    expect(referrerHost(referrer)).toBe(host);
  });
});

describe('repeats', () => {
  it('run from the click that counted, not from the last one', () => {
    const repeats = createRepeats();
    expect(repeats.check('k', 0, 60)).toBe(false);
    expect(repeats.check('k', 59 * 60_000, 60)).toBe(true);
    expect(repeats.check('k', 60 * 60_000, 60)).toBe(false);
    expect(repeats.check('other', 60 * 60_000, 60)).toBe(false);
  });

  it('are forgotten when the click was not stored', () => {
    const repeats = createRepeats();
    repeats.check('k', 5, 60);
    repeats.forget('k', 5);
    expect(repeats.check('k', 6, 60)).toBe(false);
  });

  it('stay within their memory, and remember the recent half', () => {
    const repeats = createRepeats(10);
    for (let index = 0; index < 25; index += 1) repeats.check(`k${index}`, 0, 60);
    expect(repeats.check('k24', 1, 60)).toBe(true);
    expect(repeats.check('k0', 1, 60)).toBe(false);
  });

  it('are not looked for when the program says none', () => {
    const repeats = createRepeats();
    repeats.check('k', 0, 0);
    expect(repeats.check('k', 0, 0)).toBe(false);
  });
});
