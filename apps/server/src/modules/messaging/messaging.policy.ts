import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers see what was written to whom. */
export function mustSeeMails(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'admin')) throw new Refusal('forbidden');
}

/** What somebody wants to be written about is theirs alone. */
export function mustBeMember(actor: Actor): string {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor.userId;
}
