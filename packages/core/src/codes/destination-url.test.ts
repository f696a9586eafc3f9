import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { destinationUrl } from './index.ts';

test('the destination keeps its query and fragment, takes the extras, and gets the click id', () => {
  expect(destinationUrl('https://shop.example', '', 'clk', 'c1')).toBe('https://shop.example/?clk=c1');
  expect(destinationUrl('https://shop.example/a?b=1#top', '?b=2&c=3', 'clk', 'c1')).toBe(
    'https://shop.example/a?b=1&c=3&clk=c1#top',
  );
  expect(destinationUrl('https://shop.example/a?clk=old&b', 'clk=forged', 'clk', 'c1')).toBe('https://shop.example/a?b&clk=c1');
  expect(destinationUrl('https://shop.example/a', 'c=1&c=2&&', 'clk', 'c1')).toBe('https://shop.example/a?c=1&c=2&clk=c1');
  expect(destinationUrl('HTTPS://Shop.Example:8443/É x', 'q=à b"\r\n', 'clk', 'a&b#c')).toBe(
    'https://shop.example:8443/%C3%89%20x?q=%C3%A0%20b"%0D%0A&clk=a%26b%23c',
  );
  expect(destinationUrl('http://127.0.0.1:3000?x=//y@z', '', 'clk', 'c1')).toBe('http://127.0.0.1:3000/?x=//y@z&clk=c1');
});

test('anything but a plain absolute http(s) URL is refused', () => {
  for (const base of [
    '',
    '/a',
    '//evil.example',
    'shop.example',
    'javascript:alert(1)',
    'ftp://x.example',
    'data:text/html,x',
    'https:/x.example',
    'https:x.example',
    'https:///x.example',
    'https://',
    'https://user@x.example',
    'https://user:p@x.example',
    'https://x.example@evil.example',
    'https://x.example\\@evil.example',
    'https:\\\\evil.example',
    'https://x.example\\.evil.example/',
    'https://x.example/a\\b',
    'https://x .example',
    'https://x.example:99999',
    'https://x.example:',
    'https://x.example:8a',
    'https://-x.example',
    'https://x..example',
    'https://[::1]/',
    'https://éx.example',
    'https://x。example',
    'https://0x7f.1',
    'https://127.1',
    'https://1.2.3.256',
    'https://01.2.3.4',
    'https://x.exa\tmple',
    'ht\ntps://x.example',
    'https://x.example/\u0000',
    'https://x%2eexample',
    'https://x.example/\ud800',
  ])
    expect([base, destinationUrl(base, '', 'clk', 'c1')]).toEqual([base, null]);
  expect(() => destinationUrl('https://x.example', '', 'a=b', 'c1')).toThrow(RangeError);
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const host = fc.tuple(label, label).map(([a, b]) => `${a}.${b}`);
const text = fc.string({ unit: fc.constantFrom(...'ab1é %2B+=/@:;.-_~!$\'()*,[]|^`"<>{}'.split('')), maxLength: 20 });
const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'clk', 'é', 'x y'), text), { maxLength: 6 });

function encode(list: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(list.map(([name, value]) => [name, value])).toString();
}

test('the standard parser sees the same place, every parameter of the destination, and no forged one', () => {
  fc.assert(
    fc.property(host, text, pairs, pairs, text, fc.string(), (name, path, own, extra, fragment, clickId) => {
      fc.pre(clickId.isWellFormed());
      const base = `https://${name}/${path.replace(/[?#]/g, '')}?${encode(own)}#${fragment}`;
      const result = destinationUrl(base, encode(extra), 'clk', clickId);
      expect(result).not.toBeNull();
      const [before, after] = [new URL(base), new URL(result ?? '')];
      expect([after.origin, after.pathname, after.hash]).toEqual([before.origin, before.pathname, before.hash]);
      expect(after.searchParams.getAll('clk')).toEqual([clickId]);
      const ownNames = new Set(own.map(([key]) => key));
      for (const key of ['a', 'b', 'c', 'é', 'x y'] as const) {
        const expected = (ownNames.has(key) ? own : extra).filter(([other]) => other === key).map(([, value]) => value);
        expect(after.searchParams.getAll(key)).toEqual(expected);
      }
    }),
  );
});

test('no incoming query changes the origin or the path, or breaks a header', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (query) => {
      const result = destinationUrl('https://shop.example/a?b=1#top', query, 'clk', 'c1') ?? '';
      expect(result).toMatch(/^[\u0021-\u007e]+$/);
      const url = new URL(result);
      expect([url.origin, url.pathname, url.hash, url.searchParams.get('clk')]).toEqual([
        'https://shop.example',
        '/a',
        '#top',
        'c1',
      ]);
      expect(url.searchParams.getAll('b')).toEqual(['1']);
    }),
  );
});

test('whatever is accepted as a base is the same host to the standard parser', () => {
  const rough = fc.string({ unit: fc.constantFrom(...'ab1.:/@\\?#%[]-_ 0x\t'.split('')), maxLength: 24 });
  fc.assert(
    fc.property(rough, (rest) => {
      const result = destinationUrl(`https://${rest}`, '', 'clk', 'c1');
      if (result === null) return;
      const url = new URL(result);
      expect(url.username + url.password).toBe('');
      expect(new URL(`https://${rest}`).host).toBe(url.host);
      expect(result.startsWith(`https://${url.hostname}`)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
