import type { Scope } from '@cordee/contract/route';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { newKeyText } from '../key-text.ts';
import { insertKey, type ApiKey } from '../keys.store.ts';

export interface KeyRequest {
  readonly name: string;
  readonly publishable: boolean;
  readonly scopes: readonly Scope[];
  readonly origins: readonly string[];
  readonly expiresAt: Instant | null;
}

/** A new key and its text, which is known here and nowhere later. */
export async function makeKey(
  tx: Tx,
  workspaceId: string,
  request: KeyRequest,
  actor: Actor,
  at: Instant,
): Promise<{ key: ApiKey; text: string }> {
  const { text, prefix, hash } = newKeyText(workspaceId, request.publishable);
  const key: ApiKey = {
    ...request,
    id: newUuid(at),
    prefix,
    createdAt: at,
    createdBy: creatorName(actor),
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertKey(tx, workspaceId, key, hash);
  return { key, text };
}

function creatorName(actor: Actor): string {
  if (actor.kind === 'user') return encodeId('usr', actor.userId);
  if (actor.kind === 'key') return encodeId('key', actor.keyId);
  return actor.kind === 'system' ? `system:${actor.job}` : `hook:${actor.connectionId}`;
}
