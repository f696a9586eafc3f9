import { encodeId } from '@cordee/core/ids';
import type { Actor } from '../../platform/context.ts';

/** Who decided, as a text that tells persons apart: the rule of four eyes compares it. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'user') return encodeId('usr', actor.userId);
  if (actor.kind === 'key') return encodeId('key', actor.keyId);
  return actor.kind === 'hook' ? encodeId('con', actor.connectionId) : actor.job;
}
