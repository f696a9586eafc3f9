import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScript } from './script.ts';

const CODE = `console.log(${JSON.stringify('cordee '.repeat(50))});`;
const script = createScript(CODE);
const server = createServer((request, response) => {
  if (!script(request, response)) response.writeHead(418).end();
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('/t.js', () => {
  it('is served packed where that is understood, and says how long it may be kept', async () => {
    const packed = await fetch(`${origin}/t.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(await packed.text()).toBe(CODE);
    expect(packed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(packed.headers.get('cache-control')).toContain('max-age=3600');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(CODE.length);
    const plain = await fetch(`${origin}/t.js?v=2`, { headers: { 'accept-encoding': 'identity' } });
    expect([await plain.text(), plain.headers.get('content-encoding')]).toEqual([CODE, null]);
  });

  it('is not sent again to who has it', async () => {
    const first = await fetch(`${origin}/t.js`);
    await first.arrayBuffer();
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${origin}/t.js`, { headers: { 'if-none-match': `"x", W/${tag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await fetch(`${origin}/t.js`, { method: 'HEAD', headers: { 'if-none-match': '"x"' } });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('leaves every other address to others', async () => {
    for (const path of ['/t.jsx', '/t', '/x/t.js']) expect((await fetch(origin + path)).status).toBe(418);
    expect((await fetch(`${origin}/t.js`, { method: 'POST' })).status).toBe(418);
  });
});
