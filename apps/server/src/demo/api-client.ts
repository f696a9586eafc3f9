import type { Language } from '@cordee/contract/language';
import type { Route } from '@cordee/contract/route';
import type { z } from 'zod';

interface Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params?: z.input<Params>;
  readonly query?: z.input<Query>;
  readonly body?: z.input<Body>;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface ApiClient {
  readonly baseUrl: string;
  /** Calls a route of the contract and answers its body; throws ApiRefusal for any other answer than the promised one. */
  call<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
    route: Route<Params, Query, Body, Answer>,
    input?: Input<Params, Query, Body>,
  ): Promise<z.input<Answer>>;
  /** Any other request, with this client's key unless it brings headers of its own. */
  send(request: RawRequest): Promise<Response>;
  /** The same server under another key, or under none. */
  as(key: string | null): ApiClient;
}

/** The server said no, or something else than its contract promises. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly code: string;

  constructor(request: string, status: number, body: string) {
    super(`${request} answered ${status}: ${body}`);
    this.status = status;
    this.code = codeIn(body);
  }
}

const MOST_TRIES = 5;

/** A client of the public API alone: what it knows of the server is the contract. */
export function apiClient(baseUrl: string, key: string | null, language: Language): ApiClient {
  const common = { 'accept-language': language, ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  return {
    baseUrl,
    as: (other) => apiClient(baseUrl, other, language),
    send: ({ method, path, headers = {}, body }) =>
      fetch(`${baseUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...common, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    async call(route, { params, query, body } = {}) {
      const path = `${pathOf(route.path, params)}${queryOf(query)}`;
      const headers = { ...common, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const init = { method: route.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await patiently(() => fetch(`${baseUrl}${path}`, init));
      const text = await answer.text();
      if (answer.status !== route.status) throw new ApiRefusal(`${route.method} ${path}`, answer.status, text);
      return (text === '' ? undefined : JSON.parse(text)) as never;
    },
  };
}

/** Sends again what could not be taken at the moment, as the contract asks for. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    if ((answer.status !== 503 && answer.status !== 429) || Number.isNaN(seconds) || tries === MOST_TRIES) return answer;
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

function pathOf(template: string, params: unknown): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  return template.replace(/:([A-Za-z]+)/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''));
}

function queryOf(query: unknown): string {
  const given = Object.entries((query ?? {}) as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

function codeIn(body: string): string {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? '';
  } catch {
    return '';
  }
}
