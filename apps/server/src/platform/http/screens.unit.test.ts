import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveScreens } from './screens.ts';

const folder = mkdtempSync(join(tmpdir(), 'cordee-screens-'));

beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__nonce__" /><script src="/assets/a.js"></script>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'a.js.br'), 'brotli');
  writeFileSync(join(folder, 'assets', 'a.js.gz'), 'gzip');
  writeFileSync(join(folder, '.stamp'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

function server(from = folder) {
  const app = fastify();
  serveScreens(app, from);
  return app;
}

describe('the document', () => {
  test('is served where people arrive, with another nonce each time and no inline script', async () => {
    const app = server();
    const nonces = new Set<string>();
    for (const url of [
      '/',
      '/sign-in',
      '/signed-on',
      '/setup?token=x',
      '/console/partners/prt_1',
      '/portal',
      '/portal/contributions?why=fct_1',
    ]) {
      const { statusCode, headers, body } = await app.inject({ url });
      expect([url, statusCode]).toEqual([url, 200]);
      const nonce = /content="([^"]+)"/.exec(body)?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(7);
  });

  test('is not served in place of an address of the API', async () => {
    const app = server();
    for (const url of [
      '/api/v1/nothing',
      '/hooks/stripe/x',
      '/consoles',
      '/.stamp',
      '/index.html',
      '/assets/../.stamp',
      '/assets/%2e%2e/.stamp',
    ]) {
      expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 404]);
    }
  });

  test('says how to build it when it is not there', async () => {
    const { statusCode, body } = await server('/nowhere').inject({ url: '/console' });
    expect(statusCode).toBe(503);
    expect(body).toContain('npm run build -w apps/web');
  });
});

describe('files named by their content', () => {
  test.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', undefined, 'plain'],
  ])('for a browser that takes %s', async (accepted, encoding, text) => {
    const { headers, body } = await server().inject({ url: '/assets/a.js', headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(body).toBe(text);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});
