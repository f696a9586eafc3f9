import { Readable } from 'node:stream';
import type { Route } from '@cordee/contract/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './access.ts';
import { allowOrigin, isCrossOrigin } from './cors.ts';
import { languageOf } from './language.ts';
import { answerChecker, inputParser } from './parse-input.ts';
import { addressGroup, type RateLimiter, type Verdict } from './rate-limit.ts';
import { idempotencySlot, ownOrigins } from './request-facts.ts';
import { serialise } from './serialise.ts';
import type { ApiOptions, Caller, Handler, Reply } from './types.ts';

type AnyHandler = Handler<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type FastifyHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const NO_BYTES = Buffer.alloc(0);

/** What Fastify runs for a route: who calls, may they, how often, what do they ask; then the handler; then its answer. */
export function serveRoute(options: ApiOptions, limiter: RateLimiter, route: Route, handler: AnyHandler): FastifyHandler {
  const parse = inputParser(route);
  const check = options.checkAnswers === true ? answerChecker(route) : () => undefined;
  const crossOrigin = isCrossOrigin(route);
  const limit = limitOf(options, route);

  return async (request, reply) => {
    const caller = await admitted(options, limiter, route, request);
    if (crossOrigin && isPublishable(caller)) allowOrigin(reply, request.headers.origin);
    const countedAs = caller?.limitedBy ?? addressGroup(request.ip);
    refuseExcess(reply, limiter.take(`${limit.bucket} ${countedAs}`, limit.perMinute));
    const context = contextOf(options, route, request, caller);
    const input = parse({ params: request.params, query: request.query, body: request.body });
    const change: ReplyState = { type: null, status: route.status };
    const answer = await handler(context, {
      ...input,
      headers: request.headers,
      address: request.ip,
      rawBody: Buffer.isBuffer(request.body) ? request.body : NO_BYTES,
      ...(request.body instanceof Readable ? { stream: request.body } : {}),
      reply: replyOver(reply, change),
    });
    if (route.method !== 'GET' && context.workspaceId !== '') options.afterWrite?.(context.workspaceId);
    if (context.idempotency?.replayed === true) reply.header('idempotent-replayed', 'true');
    reply.code(change.status);
    if (change.type !== null) return reply.type(change.type).send(answer ?? '');
    if (change.status === 204) return reply.send();
    const text = serialise(answer);
    check(text);
    return reply.type('application/json; charset=utf-8').send(text);
  };
}

async function admitted(
  options: ApiOptions,
  limiter: RateLimiter,
  route: Route,
  request: FastifyRequest,
): Promise<Caller | null> {
  try {
    const { method, headers } = request;
    return await admit(route.access, { method, headers, ownOrigins: ownOrigins(options, request) }, options.authenticate);
  } catch (error) {
    // Whoever guesses keys is slowed down by address.
    if (error instanceof Refusal && error.code === 'unauthenticated') {
      const verdict = limiter.take(`unauthenticated ${addressGroup(request.ip)}`, options.rates.default);
      if (!verdict.allowed) throw new RateLimited(verdict);
    }
    throw error;
  }
}

/** `rate_limited`, with the time to wait. */
export class RateLimited extends Refusal {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super('rate_limited');
    this.verdict = verdict;
  }
}

export function refuseExcess(reply: FastifyReply, verdict: Verdict): void {
  if (!verdict.allowed) throw new RateLimited(verdict);
  if (verdict.limit > 0) sayLimits(reply, verdict);
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers. */
export function sayLimits(reply: FastifyReply, { limit, remaining, retryAfter }: Verdict): void {
  reply.header('ratelimit-policy', `"minute";q=${limit};w=60`);
  reply.header('ratelimit', `"minute";r=${remaining};t=${retryAfter}`);
}

function limitOf({ rates }: ApiOptions, route: Route): { bucket: string; perMinute: number } {
  const lifted = rates.default === 0;
  if (route.limitPerMinute !== undefined) return { bucket: route.id, perMinute: lifted ? 0 : route.limitPerMinute };
  const scope = 'scope' in route.access ? route.access.scope : null;
  if (scope === 'track' || scope === 'track:client') return { bucket: 'track', perMinute: rates.track };
  return { bucket: 'default', perMinute: rates.default };
}

function contextOf(options: ApiOptions, route: Route, request: FastifyRequest, caller: Caller | null): Context {
  const actor: Actor = caller?.actor ?? { kind: 'system', job: route.id };
  const slot = idempotencySlot(route, request, actor);
  return {
    actor,
    workspaceId: caller?.workspaceId ?? '',
    db: options.db,
    now: options.clock,
    language: languageOf(request.headers['accept-language']),
    requestId: request.id,
    ...(slot === undefined ? {} : { idempotency: slot }),
  };
}

function isPublishable(caller: Caller | null): boolean {
  return caller?.actor.kind === 'key' && caller.actor.publishable;
}

interface ReplyState {
  type: string | null;
  status: number;
}

function replyOver(reply: FastifyReply, state: ReplyState): Reply {
  return {
    header: (name, value) => void reply.header(name, value),
    status: (code) => {
      state.status = code;
    },
    type: (contentType) => {
      state.type = contentType;
    },
  };
}
