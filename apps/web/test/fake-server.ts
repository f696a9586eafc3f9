import { exampleOf } from '@cordee/contract/schema-example';
import type { Route } from '@cordee/contract/route';
import type { RouteTable } from '@cordee/contract/routes';
import { routes } from '@cordee/contract/routes';
import { vi } from 'vitest';
import type { AnswerOf, RouteId } from '../src/lib/api/call.ts';

export interface Asked {
  readonly id: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answers = { readonly [Id in RouteId]?: AnswerOf<Id> | ((asked: Asked) => AnswerOf<Id> | Response) };

/**
 * A server made of the contract: each route answers what is given here, else the example of its schema. What is sent is checked
 * by the schemas, and so is what is answered, so that no test stands on a shape the real server does not have.
 */
export function fakeServer(answers: Answers = {}): { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (address: string, request: RequestInit = {}) => {
    const url = new URL(address, 'http://localhost');
    const route = routes.find(({ method, path }) => method === (request.method ?? 'GET') && patternOf(path).test(url.pathname));
    if (route === undefined) throw new Error(`no route for ${request.method ?? 'GET'} ${url.pathname}`);
    const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : undefined;
    const call = { id: route.id, url, headers: new Headers(request.headers), body };
    asked.push(call);
    const given: unknown = answers[route.id as keyof RouteTable];
    const answer = typeof given === 'function' ? (given as (one: Asked) => unknown)(call) : (given ?? exampleFor(route));
    if (answer instanceof Response) return answer;
    const faults = [route.query?.safeParse(Object.fromEntries(url.searchParams)), route.answer?.safeParse(answer)];
    // An error thrown here would pass for a lost connection.
    for (const result of faults)
      if (result?.success === false) return refusal(500, 'internal', [], `${route.id}: ${result.error.message}`);
    return Response.json(answer, { status: route.status });
  });
  return { asked };
}

/** Problem details, as the server sends them. */
export function refusal(status: number, code: string, fields: readonly object[] = [], title = 'No.'): Response {
  return new Response(JSON.stringify({ code, status, title, detail: 'Do otherwise.', fields, requestId: 'req-1' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

function exampleFor({ answer }: Route): unknown {
  const page = { items: [], nextCursor: null };
  if (answer === undefined || answer.safeParse(page).success) return page;
  return exampleOf(answer, true);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}
