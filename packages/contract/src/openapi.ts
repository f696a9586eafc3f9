import { z } from 'zod';
import { errors, type ErrorCode } from './errors.ts';
import type { Access, Route } from './route.ts';
import { webhookEvents, webhookEventTypes, webhookPayload, type WebhookEventType } from './webhook-events.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface Media {
  readonly schema: JsonSchema;
}

export interface OpenApiResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  /** The codes a problem of this status may carry. */
  readonly 'x-codes'?: readonly ErrorCode[];
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-summary-fr': string;
  readonly 'x-description-fr'?: string;
  readonly 'x-access': Access;
  readonly 'x-idempotency'?: Route['idempotency'];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
}

export interface OpenApiWebhook {
  readonly summary: string;
  readonly 'x-summary-fr': string;
  readonly requestBody: OpenApiOperation['requestBody'];
  readonly responses: OpenApiOperation['responses'];
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  /** What is sent to webhooks, by the type of the event. */
  readonly webhooks: Readonly<Record<string, { readonly post: OpenApiWebhook }>>;
  readonly components: { readonly securitySchemes: JsonSchema; readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const DESCRIPTION = [
  'JSON in camelCase; amounts are integers in minor units, refused beyond 2^53; instants are ISO 8601; ids carry their type.',
  'Unknown fields are refused. Errors are problem details (RFC 9457) with a stable `code`, in the language of Accept-Language (en, fr).',
].join('\n');

/** The OpenAPI 3.1 document of the routes: the wire forms of what they take and answer, who may call them, how they refuse. */
export function buildOpenApi(routes: readonly Route[], info: { readonly version: string }): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    const operations = (paths[path] ??= {});
    operations[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Cordée', version: info.version, description: DESCRIPTION },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: Object.fromEntries(webhookEventTypes.map((type) => [type, { post: webhookOf(type) }])),
    components: { securitySchemes, schemas: { Problem: problemSchema } },
  };
}

function operationOf(route: Route): OpenApiOperation {
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary.en,
    'x-summary-fr': route.summary.fr,
    ...(route.description === undefined ? {} : { description: route.description.en, 'x-description-fr': route.description.fr }),
    'x-access': route.access,
    ...(route.idempotency === undefined ? {} : { 'x-idempotency': route.idempotency }),
    security: securityOf(route.access),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.idempotency === 'key' ? [idempotencyKey] : []),
    ],
    ...bodyOf(route),
    responses: responsesOf(route),
  };
}

function webhookOf(type: WebhookEventType): OpenApiWebhook {
  const { summary, data } = webhookEvents[type];
  const schema = wireSchema(webhookPayload.extend({ type: z.literal(type), data }), false);
  return {
    summary: summary.en,
    'x-summary-fr': summary.fr,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { '2XX': { description: 'Accepted. Anything else is tried again, for three days.' } },
  };
}

function securityOf(access: Access): OpenApiOperation['security'] {
  if ('public' in access) return [];
  const session = 'signedIn' in access || access.roles.length > 0 ? [{ session: [] }] : [];
  return 'scope' in access && access.scope !== null ? [{ key: [] }, ...session] : session;
}

function bodyOf(route: Route): Pick<OpenApiOperation, 'requestBody'> {
  const { body, rawBody } = route;
  if (rawBody !== undefined) {
    const schema = { type: 'string', format: 'binary', maxLength: rawBody.maxBytes };
    return { requestBody: { required: true, content: Object.fromEntries(rawBody.types.map((type) => [type, { schema }])) } };
  }
  return body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: wireSchema(body, true) } } } };
}

function responsesOf(route: Route): OpenApiOperation['responses'] {
  const json = route.answer === undefined ? {} : { 'application/json': { schema: wireSchema(route.answer, false) } };
  const others = Object.fromEntries((route.alsoAnswers ?? []).map((type) => [type, { schema: { type: 'string' } }]));
  const content = { ...json, ...others };
  const success: OpenApiResponse = {
    description: 'Done.',
    ...(Object.keys(content).length === 0 ? {} : { content }),
  };
  const responses: Record<string, OpenApiResponse> = { [route.status]: success };
  for (const [status, codes] of Map.groupBy(refusalsOf(route), (code) => errors[code].status)) {
    responses[status] = {
      description: codes.map((code) => errors[code].title.en).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      'x-codes': codes,
    };
  }
  return responses;
}

/** What a route may refuse with: what it declares, and what follows from how it is called. */
export function refusalsOf(route: Route): ErrorCode[] {
  const codes = new Set<ErrorCode>(route.errors);
  const hasInput = route.body !== undefined || route.query !== undefined;
  if (hasInput) codes.add('invalid_request');
  if (route.body !== undefined) codes.add('malformed_json');
  if (route.body !== undefined || route.rawBody !== undefined) for (const code of BODY_REFUSALS) codes.add(code);
  if (!('public' in route.access)) for (const code of ACCESS_REFUSALS) codes.add(code);
  if ('scope' in route.access && route.access.scope === 'track:client') codes.add('origin_not_allowed');
  if (route.params !== undefined) codes.add('not_found');
  if (route.idempotency === 'key') codes.add('idempotency_conflict').add('invalid_request');
  return [...codes, 'rate_limited', 'unavailable'];
}

const BODY_REFUSALS = ['unsupported_media_type', 'body_too_large'] as const;
const ACCESS_REFUSALS = [
  'unauthenticated',
  'forbidden',
  'workspace_required',
  'cross_site_refused',
  'read_only',
  'portal_view_over',
] as const;

/** The JSON Schema of a value as it travels, before our parsing makes more of it. */
function wireSchema(schema: z.ZodType, closed: boolean): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Whatever is not named is refused, though the schema does not say so itself.
      if (closed && jsonSchema.properties !== undefined) jsonSchema.additionalProperties ??= false;
    },
  });
  return rest;
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): OpenApiParameter[] {
  if (schema === undefined) return [];
  const { properties, required } = wireSchema(schema, true) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: place,
      required: place === 'path' || required?.includes(name) === true,
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

const idempotencyKey: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repetition with the same key and body is answered as the first time; with another body it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer sk_…` or `pk_…`' },
  session: { type: 'apiKey', in: 'cookie', name: 'cordee.session_token', description: 'A signed-in user; see /api/auth' },
};

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'fields', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong, in the language asked for' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errors) },
    detail: { type: 'string', description: 'What to do next' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule', 'message'],
        properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' }, example: {} },
      },
    },
    requestId: { type: 'string' },
  },
};
