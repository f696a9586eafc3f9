import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Language } from '@cordee/contract/language';
import type { Route } from '@cordee/contract/route';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Actor, Context } from '../context.ts';
import type { Database } from '../db/index.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from './metrics.ts';

/** What an answer may hold on its way out: as its schema reads it, with integers as numbers or bigints. */
export type Wire<T> = T extends number
  ? number | bigint
  : T extends string | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Wire<T[Key]> }
        : T;

/** Changes to the answer beyond its body. */
export interface Reply {
  header(name: string, value: string): void;
  status(code: number): void;
  /** Another content type than JSON: the handler then returns text, bytes or a stream, sent as they are. */
  type(contentType: string): void;
}

export interface HandlerInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly headers: IncomingHttpHeaders;
  /** Address of the client, the proxy's word where proxies are trusted. */
  readonly address: string;
  /** The bytes as received, for routes with `rawBody`; empty for others. */
  readonly rawBody: Buffer;
  /** For routes whose `rawBody` is taken `as: 'stream'`. */
  readonly stream?: Readable;
  readonly reply: Reply;
}

export type Handler<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = (
  context: Context,
  input: HandlerInput<Params, Query, Body>,
) => Promise<Wire<z.input<Answer>> | string | Buffer | Readable | void>;

/** Who calls, as found by the authentication of the modules. */
export interface Caller {
  readonly actor: Actor;
  /** Empty for a session that is in no workspace in particular. */
  readonly workspaceId: string;
  /** What rate limits count by: a key, a user. */
  readonly limitedBy: string;
  /** Origins a publishable key may be used from. */
  readonly origins: readonly string[];
  /** May read only, whatever its role. */
  readonly readOnly?: boolean;
  /** Belongs to a partner whose partnership has ended: may call only what is declared to last. */
  readonly hasLeft?: boolean;
}

export interface Credentials {
  readonly headers: IncomingHttpHeaders;
  /** False where any session will do, whatever its workspaces. */
  readonly needsWorkspace: boolean;
}

/** null when there is neither a valid key nor a session. */
export type Authenticate = (credentials: Credentials) => Promise<Caller | null>;

export interface PageRequest {
  readonly language: Language;
  /** As it came: nothing of it is checked. */
  readonly query: Readonly<Record<string, unknown>>;
}

export interface Page {
  readonly status: number;
  readonly html: string;
  /** Hashes (`sha256-…`) of the inline styles and scripts of the page, for its content security policy. */
  readonly allow?: { readonly styles?: readonly string[]; readonly scripts?: readonly string[] };
}

export type FastPath = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The origins that may show the portal of a workspace in a frame; null for an unknown one. */
export type EmbedOrigins = (slug: string) => Promise<readonly string[] | null>;

export interface ApiOptions {
  readonly db: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly version: string;
  readonly authenticate: Authenticate;
  /** Requests a minute by key or address; 0 lifts the limit. */
  readonly rates: { readonly default: number; readonly track: number; readonly auth: number };
  readonly trustedProxies?: readonly string[];
  /** Origins of our own pages besides the one a request names: the public address behind a proxy. */
  readonly ownOrigins?: readonly string[];
  readonly metricsToken?: string | null;
  /** False while the schema is older than the program; asked by /readyz. */
  readonly isCurrent?: () => Promise<boolean>;
  /** Sees each request before anything else, bare; true when it has taken it. */
  readonly fastPath?: FastPath;
  /** Told of each request that may have written in a workspace, before its answer goes out. */
  readonly afterWrite?: (workspaceId: string) => void;
  /** The folder of the built screens; without it their addresses say how to build them. */
  readonly screens?: string;
  /** Who may show the portal of a workspace in a frame, by its slug; nobody when absent. */
  readonly embedOrigins?: EmbedOrigins;
  /** Compares every answer with its schema and fails when it does not fit: for tests. */
  readonly checkAnswers?: boolean;
}

export interface Api {
  /** Serves a route of the contract; parsing, access, limits, idempotency and status follow from its declaration. */
  on<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
    route: Route<Params, Query, Body, Answer>,
    handler: Handler<Params, Query, Body, Answer>,
  ): void;
  /** Serves a page made by the server, outside the contract. */
  page(path: string, answer: (request: PageRequest) => Promise<Page>): void;
  /** Hands everything below a path to a handler of web requests, such as a library's. */
  mount(prefix: string, handler: (request: Request) => Promise<Response>): void;
  /** The routes served so far. */
  readonly routes: readonly Route[];
  /** Asks a route that reads as somebody, without a request. Refuses as the route does, and `forbidden` to whom it is closed. */
  readonly ask: Ask;
  readonly metrics: Metrics;
}

/** What a route that reads answers to somebody, as it would go out. */
export type Ask = (
  context: Context,
  routeId: string,
  input: { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>> },
) => Promise<{ readonly type: string; readonly content: Buffer | Readable }>;

export interface ServedApi {
  readonly fastify: FastifyInstance;
  readonly api: Api;
  /** Listens; the port really taken (0 asks for any). */
  listen(host: string, port: number): Promise<number>;
  /** /readyz says no at once; after `drainMs` no connection is accepted and requests under way are waited for. */
  close(drainMs?: number): Promise<void>;
}
