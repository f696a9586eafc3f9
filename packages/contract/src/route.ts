import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Bilingual } from './language.ts';

export const roles = ['owner', 'manager', 'finance', 'viewer', 'partner'] as const;
export type Role = (typeof roles)[number];

/** What an API key may be allowed to do; a secret key holds a list of them, a publishable key only `track:client`. */
export const scopes = ['read', 'write', 'track', 'track:client', 'money', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/**
 * Who may call a route. `roles` for sessions (a partner sees only its own partner: the query must narrow by actor),
 * `scope` for API keys (the key must hold it or `admin`; `track` includes `track:client`; null: no key may), `signedIn` for any
 * session, in no workspace in particular, `public` for nobody in particular.
 */
export type Access =
  | { readonly public: true }
  | { readonly signedIn: true }
  | {
      readonly roles: readonly Role[];
      readonly scope: Scope | null;
      /** Stays open to a partner whose partnership has ended, as long as it may read what is its own. */
      readonly lasting?: true;
    };

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/partners/:id` */
  readonly path: string;
  readonly tag: string;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Raw: the handler gets the bytes themselves, whole (signed hooks) or as a stream (imports). */
  readonly rawBody?: { readonly maxBytes: number; readonly types: readonly string[]; readonly as?: 'buffer' | 'stream' };
  readonly status: 200 | 201 | 202 | 204;
  readonly answer?: Answer;
  /** Other content types the route can answer, such as text/csv. */
  readonly alsoAnswers?: readonly string[];
  readonly errors: readonly ErrorCode[];
  /** For unsafe methods: 'key' honours an Idempotency-Key header, 'body' has its own event id, 'none' is naturally repeatable. */
  readonly idempotency?: 'key' | 'body' | 'none';
  /** Requests a minute by key or address; default in platform/http. */
  readonly limitPerMinute?: number;
}

/** Declares a route: the one source of parsing, OpenAPI, documentation, permissions and client types. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  definition: Route<Params, Query, Body, Answer>,
): Route<Params, Query, Body, Answer> {
  return definition;
}
