import type { Language } from '@cordee/contract/language';
import type { Role, Scope } from '@cordee/contract/route';
import type { Instant } from '@cordee/core/time';
import type { Database } from './db/index.ts';
import type { IdempotencySlot } from './idempotency.ts';

/** Who acts. Every write records it. */
export type Actor =
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly role: Role;
      readonly partnerId: string | null;
      /** Came in by the company's identity provider: is nobody outside this workspace. */
      readonly signedOn?: true;
      /** Sees what a partner sees, and is none of its people: the company looking, or its application showing. */
      readonly looksOnly?: true;
    }
  | { readonly kind: 'key'; readonly keyId: string; readonly scopes: readonly Scope[]; readonly publishable: boolean }
  | { readonly kind: 'hook'; readonly connectionId: string }
  | { readonly kind: 'system'; readonly job: string };

/** What every verb and query receives: who, where, when, in which language, on which database. */
export interface Context {
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly db: Database;
  readonly now: () => Instant;
  readonly language: Language;
  readonly requestId: string;
  /** Present when the request carried an Idempotency-Key: `write` honours it. */
  readonly idempotency?: IdempotencySlot;
}
