import type { Actor } from './context.ts';
import { Refusal } from './refusal.ts';

/** The one partner a reader is limited to, or null for everybody of the company. Refuses a partner user without a partner. */
export function ownPartner(actor: Actor): string | null {
  if (actor.kind !== 'user' || actor.role !== 'partner') return null;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  return actor.partnerId;
}

/** The partner a list is narrowed to: the asked one, or the reader's own; of another partner's a partner learns nothing. */
export function narrowedPartner(actor: Actor, asked: string | undefined): string | null {
  const own = ownPartner(actor);
  if (own !== null && asked !== undefined && asked !== own) throw new Refusal('forbidden');
  return own ?? asked ?? null;
}
