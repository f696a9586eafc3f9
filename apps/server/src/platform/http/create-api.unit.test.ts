import { route } from '@cordee/contract/route';
import { amount, idOf } from '@cordee/contract/values';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../db/index.ts';
import { DatabaseUnavailable } from '../db/index.ts';
import { createApi } from './create-api.ts';
import type { ApiOptions, Caller, ServedApi } from './types.ts';

const echo = route({
  id: 'echo',
  method: 'POST',
  path: '/api/v1/echo/:id',
  tag: 'test',
  summary: { en: 'Echo.', fr: 'Écho.' },
  access: { roles: ['owner'], scope: 'write' },
  params: z.object({ id: idOf('prt') }),
  query: z.object({ limit: z.coerce.number().int().max(10).optional() }),
  body: z.object({
    name: z.string().min(2).meta({ example: 'Alpes' }),
    lines: z.array(z.object({ net: amount })).optional(),
  }),
  status: 201,
  answer: z.object({ id: z.string(), total: amount }),
  errors: [],
});
const plain = { tag: 'test', summary: { en: 'x', fr: 'x' }, status: 200 as const, errors: [] };
const open = route({ ...plain, id: 'open', method: 'GET', path: '/api/v1/open', access: { public: true } });
const client = route({
  ...plain,
  id: 'client',
  method: 'POST',
  path: '/api/v1/client',
  access: { roles: [], scope: 'track:client' },
  body: z.object({}),
});
const csv = route({
  ...plain,
  id: 'csv',
  method: 'POST',
  path: '/api/v1/csv',
  access: { public: true },
  rawBody: { maxBytes: 100, types: ['text/csv'] },
});

const large = route({
  ...plain,
  id: 'large',
  method: 'POST',
  path: '/api/v1/large',
  access: { public: true },
  rawBody: { maxBytes: 3_000_000, types: ['text/csv'], as: 'stream' },
});

const secretKey: Caller = {
  actor: { kind: 'key', keyId: 'k1', scopes: ['write'], publishable: false },
  workspaceId: 'w1',
  limitedBy: 'k1',
  origins: [],
};
const publicKey: Caller = {
  actor: { kind: 'key', keyId: 'k2', scopes: ['track:client'], publishable: true },
  workspaceId: 'w1',
  limitedBy: 'k2',
  origins: ['https://shop.example'],
};
const session: Caller = {
  actor: { kind: 'user', userId: 'u1', role: 'owner', partnerId: null },
  workspaceId: 'w1',
  limitedBy: 'u1',
  origins: [],
};
const callers: Readonly<Record<string, Caller>> = { 'Bearer sk': secretKey, 'Bearer pk': publicKey, session };
const db = { query: async () => [] } as unknown as Database;
const id = 'prt_01j0000000e0080000000000ff';

let served: ServedApi | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

function start(options: Partial<ApiOptions> = {}, answerWith: () => unknown = () => ({ id: 'x', total: 5n })) {
  served = createApi({
    db,
    log: pino({ level: 'silent' }),
    clock: () => 1_700_000_000_000,
    version: '1',
    authenticate: async ({ headers }) => callers[headers.authorization ?? headers.cookie ?? ''] ?? null,
    rates: { default: 600, track: 6000, auth: 10 },
    checkAnswers: true,
    ...options,
  });
  served.api.on(echo, async () => answerWith() as { id: string; total: bigint });
  served.api.on(open, async (context) => ({ language: context.language }));
  served.api.on(client, async () => ({}));
  served.api.on(csv, async (_context, input) => {
    input.reply.type('text/csv');
    return input.rawBody;
  });
  served.api.on(large, async (_context, { stream }) => {
    let bytes = 0;
    for await (const chunk of stream ?? []) bytes += (chunk as Buffer).length;
    return { bytes };
  });
  return served.fastify;
}

const bearer = { authorization: 'Bearer sk' };

function post(body: unknown, headers: Record<string, string> = bearer, url = `/api/v1/echo/${id}`) {
  return { method: 'POST' as const, url, headers: { 'content-type': 'application/json', ...headers }, payload: body as string };
}

describe('what a right request gets', () => {
  test('the declared status, integers for bigints, a request id and safe headers', async () => {
    const answer = await start().inject(post({ name: 'ab', lines: [{ net: 9007199254740991 }] }));
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({ id: 'x', total: 5 });
    expect(answer.headers['x-request-id']).toBeTypeOf('string');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['ratelimit']).toBe('"minute";r=599;t=0');
  });

  test('its language from Accept-Language', async () => {
    const answer = await start().inject({ url: '/api/v1/open', headers: { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.7' } });
    expect(answer.json()).toEqual({ language: 'fr' });
  });

  test('another content type when the handler says so, and raw bodies as bytes', async () => {
    const request = { method: 'POST' as const, url: '/api/v1/csv', headers: { 'content-type': 'text/csv' } };
    const fastify = start();
    const answer = await fastify.inject({ ...request, payload: 'a;b' });
    expect([answer.headers['content-type'], answer.body]).toEqual(['text/csv', 'a;b']);
    expect((await fastify.inject({ ...request, payload: 'a'.repeat(101) })).statusCode).toBe(413);
    expect(
      (await fastify.inject({ ...request, headers: { 'content-type': 'application/json' }, payload: '{}' })).statusCode,
    ).toBe(415);
  });

  test('a long body as a stream, up to its own limit', async () => {
    start();
    const port = await served?.listen('127.0.0.1', 0);
    const send = (size: number) =>
      fetch(`http://127.0.0.1:${port}/api/v1/large`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: 'x'.repeat(size),
      });
    expect(await (await send(2_900_000)).json()).toEqual({ bytes: 2_900_000 });
    expect((await send(3_000_001)).status).toBe(413);
  });
});

describe('refusals', () => {
  const fieldsOf = (answer: { json: () => { fields: { path: string; rule: string }[] } }) =>
    answer.json().fields.map(({ path, rule }) => `${path} ${rule}`);

  test('every fault of the input at once, in the reader’s language, with examples', async () => {
    const body = { name: 'a', lines: [{ net: 1.5, more: 1 }, { net: -1 }], other: true };
    const answer = await start().inject(post(body, { ...bearer, 'accept-language': 'fr' }, `/api/v1/echo/${id}?limit=11&x=1`));
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(fieldsOf(answer).toSorted()).toEqual([
      'limit maximum',
      'lines[0].more unknown_field',
      'lines[0].net integer',
      'lines[1].net minimum',
      'name minimum_length',
      'other unknown_field',
      'x unknown_field',
    ]);
    const problem = answer.json<{
      title: string;
      code: string;
      fields: { path: string; message: string; example?: unknown }[];
    }>();
    expect(problem).toMatchObject({
      title: 'La requête ne correspond pas à sa description.',
      code: 'invalid_request',
      status: 422,
    });
    expect(problem.fields.find(({ path }) => path === 'name')).toEqual({
      path: 'name',
      rule: 'minimum_length',
      message: 'Valeur attendue : au moins 2 caractères.',
      example: 'Alpes',
    });
    expect(problem.fields.find(({ path }) => path === 'lines[1].net')?.example).toBe(12345);
  });

  test.each([
    ['{"name":"ab","lines":[{"net":9007199254740993}]}', 422, ['lines[0].net safe_integer']],
    ['{"name":"ab","lines":[{"net":1.00000000000000000001}]}', 422, ['lines[0].net safe_integer']],
    ['{"name":"ab","lines":[{"net":1e400}]}', 422, ['lines[0].net safe_integer']],
    ['{"name":"a\\u0000b","lines":[]}', 422, ['name storable_text']],
    ['{"name":"ab","lines":[{"n\\ud800":"x"}]}', 422, ['lines[0].n\ud800 storable_text']],
    ['{"name":"ab","__proto__":{"x":1}}', 400, [' key']],
    ['{"name":"ab","\\u005f_proto__":{"x":1}}', 400, [' key']],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 400, [' depth']],
    ['{"name":', 400, [' json']],
    ['', 422, [' required']],
    ['"text"', 422, [' type']],
    ['null', 422, [' type']],
  ])('%s', async (payload, status, fields) => {
    const answer = await start().inject(post(payload));
    expect([answer.statusCode, fieldsOf(answer)]).toEqual([status, fields]);
  });

  test.each([
    ['unknown address', { url: '/api/v1/nothing' }, 404, 'not_found'],
    ['an id of another kind', post({ name: 'ab' }, bearer, '/api/v1/echo/abc'), 404, 'not_found'],
    ['a broken address', { url: '/api/v1/echo/%zz' }, 404, 'not_found'],
    ['wrong method', { method: 'PUT' as const, url: `/api/v1/echo/${id}` }, 405, 'method_not_allowed'],
    ['wrong media type', post('x', { ...bearer, 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
    ['too large', post(JSON.stringify({ name: 'a'.repeat(1_100_000) })), 413, 'body_too_large'],
    ['no key', post({ name: 'ab' }, {}), 401, 'unauthenticated'],
    [
      'a key without the scope',
      { url: '/api/v1/client', method: 'POST' as const, payload: {}, headers: bearer },
      403,
      'forbidden',
    ],
    [
      'a session from another site',
      post({ name: 'ab' }, { cookie: 'session', origin: 'https://evil.example' }),
      403,
      'cross_site_refused',
    ],
    ['a session from nowhere', post({ name: 'ab' }, { cookie: 'session' }), 403, 'cross_site_refused'],
    [
      'a publishable key elsewhere',
      post({}, { authorization: 'Bearer pk', origin: 'https://x.example' }, '/api/v1/client'),
      403,
      'origin_not_allowed',
    ],
    ['a publishable key on a secret route', post({ name: 'ab' }, { authorization: 'Bearer pk' }), 403, 'forbidden'],
  ])('%s', async (_name, request, status, code) => {
    const answer = await start().inject(request);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers['allow']).toBe('POST');
  });

  test('a session from our own pages is let through', async () => {
    const answer = await start().inject(
      post({ name: 'ab' }, { cookie: 'session', origin: 'http://localhost:80', host: 'localhost:80' }),
    );
    expect(answer.statusCode).toBe(201);
  });

  test('a database that is away is 503 with the time to wait; a fault tells nothing', async () => {
    const away = start({}, () => {
      throw new DatabaseUnavailable('nothing_kept', new Error('connect'));
    });
    const answer = await away.inject(post({ name: 'ab' }));
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    await served?.close();
    const faulty = await start({}, () => {
      throw new Error('password of the database');
    }).inject(post({ name: 'ab' }));
    expect(faulty.statusCode).toBe(500);
    expect(faulty.body).not.toContain('password');
  });

  test('an answer beyond 2^53, or beyond its schema, is a fault', async () => {
    expect((await start({}, () => ({ id: 'x', total: 2n ** 53n })).inject(post({ name: 'ab' }))).statusCode).toBe(500);
    await served?.close();
    expect((await start({}, () => ({ id: 'x', total: 1, more: 1 })).inject(post({ name: 'ab' }))).statusCode).toBe(500);
  });

  test('too many requests', async () => {
    const fastify = start({ rates: { default: 2, track: 2, auth: 2 } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await fastify.inject(post({ name: 'ab' }))).statusCode);
    expect(statuses).toEqual([201, 201, 429]);
    const answer = await fastify.inject(post({ name: 'ab' }));
    expect(answer.headers['retry-after']).toBe('30');
    expect((await fastify.inject({ url: '/api/v1/open' })).statusCode).toBe(200);
  });
});

describe('pages of other origins', () => {
  test('may ask beforehand, and read the answer of an allowed origin', async () => {
    const fastify = start();
    const asked = await fastify.inject({ method: 'OPTIONS', url: '/api/v1/client', headers: { origin: 'https://shop.example' } });
    expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([204, 'https://shop.example']);
    expect(asked.headers['access-control-allow-headers']).toContain('authorization');
    const headers = { authorization: 'Bearer pk', origin: 'https://shop.example' };
    const answer = await fastify.inject(post({}, headers, '/api/v1/client'));
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, 'https://shop.example']);
    const other = await fastify.inject({
      method: 'OPTIONS',
      url: `/api/v1/echo/${id}`,
      headers: { origin: 'https://shop.example' },
    });
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the life of the server', () => {
  test('health, readiness, metrics', async () => {
    const fastify = start({ isCurrent: async () => false });
    expect((await fastify.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok', version: '1' });
    expect((await fastify.inject({ url: '/readyz' })).json()).toEqual({ status: 'not_ready', reason: 'migrations' });
    await fastify.inject({ url: '/api/v1/open' });
    const metrics = await fastify.inject({ url: '/metrics' });
    expect(metrics.body).toContain('cordee_http_request_seconds_count{route="open",status="200"} 1');
  });

  test('the fast path takes a request before everything else, over a real socket', async () => {
    start({
      fastPath: (request, response) => {
        if (request.url !== '/r/x') return false;
        response.writeHead(302, { location: 'https://example.com' }).end();
        return true;
      },
    });
    const port = await served?.listen('127.0.0.1', 0);
    const answer = await fetch(`http://127.0.0.1:${port}/r/x`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://example.com']);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  test('closing waits for the request under way', async () => {
    const gate = Promise.withResolvers<void>();
    const entered = Promise.withResolvers<void>();
    start({}, () => {
      entered.resolve();
      return gate.promise.then(() => ({ id: 'x', total: 1 }));
    });
    const port = await served?.listen('127.0.0.1', 0);
    const body = JSON.stringify({ name: 'ab' });
    const headers = { ...bearer, 'content-type': 'application/json' };
    const answer = fetch(`http://127.0.0.1:${port}/api/v1/echo/${id}`, { method: 'POST', headers, body });
    await entered.promise;
    const closing = served?.close();
    gate.resolve();
    expect((await answer).status).toBe(201);
    await closing;
  });
});
