import type { Scope } from '@cordee/contract/route';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { keyToContract, type NewKey } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { makeKey } from './make-key.ts';

export type CreateKey = { readonly name: string; readonly expiresAt?: Instant | undefined } & (
  | { readonly publishable: false; readonly scopes: readonly Scope[] }
  | { readonly publishable: true; readonly origins: readonly string[] }
);

/** Creates an API key. `secret` is its text, given this once: a repeated request gets null. */
export function createKey(context: Context, input: CreateKey): Promise<NewKey> {
  mustOwn(context.actor);
  return write<NewKey>(context, async (tx) => {
    const request = {
      name: input.name,
      publishable: input.publishable,
      scopes: input.publishable ? (['track:client'] as const) : [...new Set(input.scopes)],
      origins: input.publishable ? [...new Set(input.origins)] : [],
      expiresAt: input.expiresAt ?? null,
    };
    const { key, text } = await makeKey(tx, context.workspaceId, request, context.actor, context.now());
    const shown = keyToContract(key);
    return {
      result: { ...shown, secret: text },
      repeated: { ...shown, secret: null },
      audit: { action: 'key.created', subject: encodeId('key', key.id), after: shown },
    };
  });
}
