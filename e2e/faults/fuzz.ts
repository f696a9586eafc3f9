import { errors } from '@cordee/contract/errors';
import { buildOpenApi, type OpenApiOperation } from '@cordee/contract/openapi';
import { routes } from '@cordee/contract/routes';
import * as fc from 'fast-check';
import { exampleOf } from '@cordee/contract/schema-example';
import { makeSession, makeWorkspace, startApp, type Answer, type TestApp } from '../../apps/server/test/app.ts';
import type { TestDatabase } from '../../apps/server/test/database.ts';
import { makeFixtures } from '../../apps/server/test/route-fixtures.ts';
import { APPLICATION_ROLE } from '../../apps/server/src/platform/db/index.ts';
import { ending, isStream } from './ending-stream.ts';
import { changedTables, fingerprinter, type Fingerprint } from './fingerprint.ts';
import type { FaultReport } from './report.ts';
import { nasty, oneWrong, valuesOf, type Known } from './schema-values.ts';

export interface FuzzOptions {
  readonly runsPerRoute: number;
  readonly only?: RegExp;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly declared: OpenApiOperation;
}

interface FuzzCall {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

const PATIENCE_MS = 5000;

/** Every route of the OpenAPI document, called with nearly right and thoroughly wrong input. */
export async function fuzzRoutes(database: TestDatabase, { runsPerRoute, only = /./ }: FuzzOptions): Promise<FaultReport> {
  const app = startApp(database);
  await app.track({ url: database.url, role: APPLICATION_ROLE });
  const workspace = await makeWorkspace(database.db, 'Fuzzed');
  const known = await makeFixtures(app, database.db, workspace);
  const session = await makeSession(app, database.db, workspace.id, 'owner');
  const fingerprint = await fingerprinter(database.owner);
  const numbers = { routes: 0, requests: 0, refused: 0, slowestMs: 0 };
  const faults: string[] = [];
  let state = await fingerprint();

  async function check(operation: Operation, call: FuzzCall): Promise<void> {
    const started = performance.now();
    const path = isStream(operation.declared) ? ending(call.path) : call.path;
    const answer = await within(PATIENCE_MS, send(app, workspace.keys, session, operation, { ...call, path }));
    numbers.slowestMs = Math.max(numbers.slowestMs, Math.round(performance.now() - started));
    numbers.requests += 1;
    if (answer.status < 400) {
      state = await fingerprint();
      return;
    }
    numbers.refused += 1;
    const wrong = wrongRefusal(operation, answer);
    if (wrong !== null) throw new Error(`${wrong}: ${answer.text.slice(0, 600)}`);
    state = await unchanged(state, fingerprint, answer);
  }

  try {
    for (const operation of operations().filter(({ declared }) => only.test(declared.operationId))) {
      numbers.routes += 1;
      const property = fc.asyncProperty(callsOf(operation, known), (call) => check(operation, call));
      const outcome = await fc.check(property, {
        numRuns: runsPerRoute,
        interruptAfterTimeLimit: 60_000,
        markInterruptAsFailure: false,
      });
      if (outcome.failed) faults.push(`${operation.declared.operationId}: ${told(outcome)}`);
      state = await fingerprint();
    }
  } finally {
    await app.close();
  }
  return { name: 'fuzzed requests', numbers, faults };
}

function told(outcome: fc.RunDetails<[FuzzCall]>): string {
  const { errorInstance, counterexample, seed, counterexamplePath } = outcome;
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${reason}\n        with ${JSON.stringify(counterexample).slice(0, 1500)}\n        seed ${seed}, path ${counterexamplePath}`;
}

function operations(): Operation[] {
  const document = buildOpenApi(routes, { version: 'fuzz' });
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, declared]) => ({ method: method.toUpperCase(), path, declared })),
  );
}

async function unchanged(before: Fingerprint, read: () => Promise<Fingerprint>, { status, text }: Answer): Promise<Fingerprint> {
  const after = await read();
  const changed = changedTables(before, after);
  if (changed.length > 0) throw new Error(`refused with ${status} and yet written: ${changed.join('; ')}: ${text.slice(0, 300)}`);
  return after;
}

/** What is wrong about how a request was refused, or null. */
function wrongRefusal({ declared }: Operation, answer: Answer): string | null {
  if (answer.status >= 500) return `answered ${answer.status}`;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json'))
    return `${answer.status} is no problem document`;
  const { code, title, detail, fields } = answer.json();
  if (typeof code !== 'string' || !(code in errors)) return 'an unknown code';
  if (errors[code as keyof typeof errors].status !== answer.status) return `${code} with status ${answer.status}`;
  if (typeof title !== 'string' || typeof detail !== 'string' || !Array.isArray(fields)) return 'an incomplete problem';
  for (const field of fields as Record<string, unknown>[]) {
    if (typeof field['path'] !== 'string' || typeof field['rule'] !== 'string' || !field['message']) return 'an incomplete field';
  }
  const codes = declared.responses[String(answer.status)]?.['x-codes'] ?? [];
  return codes.some((one) => one === code) || unlisted.has(code) ? null : `${code} is not among the declared refusals`;
}

/** About how a request is put, before any route is chosen. */
const unlisted = new Set(['malformed_request', 'not_found', 'method_not_allowed', 'unsupported_media_type', 'body_too_large']);

function send(
  app: TestApp,
  keys: { readonly secretKey: string; readonly workspaceId: string },
  session: string,
  { method, declared }: Operation,
  { path, body, headers }: FuzzCall,
): Promise<Answer> {
  const access = declared['x-access'];
  const byKey = 'scope' in access && access.scope !== null;
  return app.call(method, path, {
    as: byKey ? keys.secretKey : session,
    body,
    headers: { ...(byKey ? {} : { 'cordee-workspace': keys.workspaceId }), ...headers },
  });
}

function callsOf({ path, declared }: Operation, known: Known): fc.Arbitrary<FuzzCall> {
  const calm = 25;
  const inPath = declared.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = declared.parameters.filter((parameter) => parameter.in === 'query');
  const named = (parameters: typeof inPath) =>
    fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesOf(schema, known, 6)])), {
      requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
    });
  return fc
    .tuple(named(inPath), named(inQuery), bodies(declared, known, calm), headersOf(declared))
    .map(([params, query, body, headers]) => ({
      path:
        path.replace(/\{(\w+)\}/g, (_, name: string) => encoded((params as Record<string, unknown>)[name])) + queryText(query),
      body: body.value,
      headers: { ...headers, ...body.headers },
    }));
}

interface Body {
  readonly value: unknown;
  readonly headers: Record<string, string>;
}

function bodies(operation: OpenApiOperation, known: Known, calm: number): fc.Arbitrary<Body> {
  const media = Object.entries(operation.requestBody?.content ?? {})[0];
  if (media === undefined) return fc.constant({ value: undefined, headers: {} });
  const [type, { schema }] = media;
  const headers = { 'content-type': type };
  const raw = fc.constantFrom(...rawBodies).map((value) => ({ value, headers: { 'content-type': 'application/json' } }));
  const isJson = type === 'application/json';
  const whole = isJson
    ? fc
        .tuple(fc.oneof(valuesOf(schema, known, calm), oneWrong(completeExample(operation, known))), fc.uuid())
        .map(([value, eventId]) => ({ value: JSON.stringify(asNewEvent(value, eventId)), headers }))
    : fc.oneof(fc.constantFrom(...rawBodies), fc.string({ unit: 'binary', maxLength: 200 })).map((value) => ({ value, headers }));
  return fc.oneof(
    { weight: 20, arbitrary: whole },
    { weight: 1, arbitrary: raw },
    {
      weight: 1,
      arbitrary: nasty.map((value) => ({ value: JSON.stringify(value), headers: { 'content-type': 'application/json' } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('text/plain', 'application/xml', '', 'multipart/form-data')
        .map((other) => ({ value: '{}', headers: { 'content-type': other } })),
    },
  );
}

/** All that may be sent, ids being those of things that exist. */
function completeExample({ operationId }: OpenApiOperation, known: Known): unknown {
  const body = routes.find(({ id }) => id === operationId)?.body;
  if (body === undefined) return {};
  const candidates = [...(fullBodies[operationId] ?? []), exampleOf(body, true), exampleOf(body)];
  const example = candidates.find((candidate) => body.safeParse(candidate).success) ?? {};
  return JSON.parse(
    JSON.stringify(example).replace(
      /"([a-z]{3})_[0-9a-z]{26}"/g,
      (id, prefix: string) => `"${known[prefix] ?? id.slice(1, -1)}"`,
    ),
  );
}

/** Where the examples of the document leave out what a sender may say. */
const fullBodies: Readonly<Record<string, readonly unknown[]>> = {
  trackSale: [
    {
      eventId: 'order-1042',
      occurredAt: '2026-01-20T10:00:00Z',
      customer: { externalId: 'customer-7', email: 'ana@example.com', name: 'Ana', country: 'FR' },
      currency: 'EUR',
      lines: [{ id: '1', productId: 'boots', category: 'shoes', quantity: 2, net: 4990, tax: 998 }],
      coupon: 'FIXTURE-SALES',
      visitorId: '01890a5d-ac96-774b-bcce-b302099a8057',
      code: 'fixture',
      subId: 'a',
      billing: { kind: 'subscription', period: 'month', sequence: 1 },
      metadata: { a: 'b', c: 1 },
    },
  ],
  trackLead: [
    {
      eventId: 'order-1042',
      occurredAt: '2026-01-20T10:00:00Z',
      name: 'demo',
      customer: { externalId: 'customer-7', email: 'ana@example.com', name: 'Ana', country: 'FR' },
      coupon: 'FIXTURE-SALES',
      metadata: { a: 'b' },
    },
  ],
  trackRefund: [
    { eventId: 'order-1042', saleEventId: 'unknown sale', lines: [{ id: '1', net: 1 }], reason: 'refund' },
    { eventId: 'order-1042', saleEventId: 'fixture', amount: 1, reason: 'refund' },
  ],
};

function asNewEvent(value: unknown, eventId: string): unknown {
  if (typeof value !== 'object' || value === null || !('eventId' in value)) return value;
  return ['order-1042', 'refund-17', 'cancellation-3'].some((known) => known === value.eventId) ? { ...value, eventId } : value;
}

const rawBodies = [
  '',
  '{',
  '[1,',
  'null',
  '"x"',
  '{"a":1e400}',
  '{"amount":9007199254740993}',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '{"__proto__":{"x":1}}',
  '['.repeat(100_000),
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
] as const;

function headersOf({ parameters }: OpenApiOperation): fc.Arbitrary<Record<string, string>> {
  const languages = fc.constantFrom('fr', 'en', 'fr-CA,fr;q=0.9', '*', 'xx', '', ';;;q=,', 'q'.repeat(3000));
  const takesKey = parameters.some(({ in: place }) => place === 'header');
  const keys = fc.oneof(fc.uuid(), fc.constantFrom('', ' ', 'k'.repeat(300), 'same', 'é', "a'b"));
  return fc.record(
    { 'accept-language': languages, ...(takesKey ? { 'idempotency-key': keys } : {}) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;
}

function encoded(value: unknown): string {
  return encodeURIComponent(wellFormed(textFrom(value))) || '%20';
}

function queryText(query: object): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(textFrom(value)))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function textFrom(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).slice(0, 5000);
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
