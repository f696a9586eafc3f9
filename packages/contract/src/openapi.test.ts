import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildOpenApi } from './openapi.ts';
import { route } from './route.ts';
import { routes } from './routes.ts';
import { amount, idOf } from './values.ts';

const sample = route({
  id: 'sample',
  method: 'POST',
  path: '/api/v1/things/:id',
  tag: 'things',
  summary: { en: 'Sample.', fr: 'Exemple.' },
  access: { roles: ['owner'], scope: 'write' },
  params: z.object({ id: idOf('prt') }),
  query: z.object({ limit: z.coerce.number().int().max(5).default(5) }),
  body: z.object({ lines: z.array(z.object({ net: amount, note: z.string().optional() })) }),
  status: 201,
  answer: z.object({ id: idOf('prt') }),
  errors: ['conflict'],
  idempotency: 'key',
}) as never;

test('a route says what travels, who may call and how it refuses', () => {
  const operation = buildOpenApi([sample], { version: '1' }).paths['/api/v1/things/{id}']?.['post'];
  expect(operation?.parameters.map(({ name, in: place, required }) => `${place} ${name} ${required}`)).toEqual([
    'path id true',
    'query limit false',
    'header Idempotency-Key false',
  ]);
  expect(operation?.requestBody?.content['application/json']?.schema).toMatchObject({
    required: ['lines'],
    additionalProperties: false,
    properties: {
      lines: { items: { required: ['net'], additionalProperties: false, properties: { net: { type: 'integer', minimum: 0 } } } },
    },
  });
  expect(operation?.responses['201']?.content?.['application/json']?.schema).toMatchObject({
    properties: { id: { type: 'string' } },
  });
  expect(operation?.responses['409']?.['x-codes']).toEqual(['conflict', 'idempotency_conflict']);
  expect(operation?.security).toEqual([{ key: [] }, { session: [] }]);
});

test('ids and addresses of the routes are unique, and unsafe ones say how they may be repeated', () => {
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  expect(routes.filter(({ method, idempotency }) => method !== 'GET' && idempotency === undefined)).toEqual([]);
});

test('numbers in addresses say how large they may be', () => {
  const amounts = new Set(['minAmount', 'net', 'vat']);
  const paths = Object.values(buildOpenApi(routes, { version: '1' }).paths).flatMap((methods) => Object.values(methods));
  const parameters = paths.flatMap(({ operationId, parameters: all }) =>
    all.filter(({ in: place }) => place !== 'header').map(({ name, schema }) => ({ operationId, name, schema })),
  );
  const unbounded = parameters.filter(
    ({ name, schema }) => schema['type'] === 'integer' && !amounts.has(name) && !(Number(schema['maximum']) <= 2_147_483_647),
  );
  expect(unbounded.map(({ operationId, name }) => `${operationId} ${name}`)).toEqual([]);
});

test('the document of all routes is plain JSON', () => {
  const document = buildOpenApi(routes, { version: '1' });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
