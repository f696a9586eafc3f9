import { Readable } from 'node:stream';
import type { Route } from '@cordee/contract/route';
import type { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { mayCall } from './access.ts';
import { inputParser } from './parse-input.ts';
import { serialise } from './serialise.ts';
import type { Ask, Handler } from './types.ts';

type AnyHandler = Handler<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** A route with what answers it. */
export interface Answered {
  readonly route: Route;
  readonly handler: AnyHandler;
}

/**
 * Asks routes from inside, with the rights of whoever the context names: what is gathered so can hold nothing that they could not
 * have read themselves. Only what reads is asked.
 */
export function askOver(answered: ReadonlyMap<string, Answered>): Ask {
  const parsers = new Map<string, ReturnType<typeof inputParser>>();
  return async (context, routeId, { params = {}, query = {} }) => {
    const found = answered.get(routeId);
    if (found === undefined || found.route.method !== 'GET') throw new Error(`no route to ask: ${routeId}`);
    const { route, handler } = found;
    if (!mayCall(route.access, context.actor)) throw new Refusal('forbidden');
    const parse = parsers.get(routeId) ?? inputParser(route);
    parsers.set(routeId, parse);
    const input = parse({ params, query, body: undefined });
    let type = 'application/json';
    const answer = await handler(context, {
      ...input,
      headers: { accept: 'application/json' },
      address: '',
      rawBody: Buffer.alloc(0),
      reply: {
        header: () => undefined,
        status: () => undefined,
        type: (said) => {
          type = said;
        },
      },
    });
    if (Buffer.isBuffer(answer) || answer instanceof Readable) return { type, content: answer };
    const isText = type !== 'application/json' && typeof answer === 'string';
    return { type, content: Buffer.from(isText ? answer : serialise(answer)) };
  };
}
