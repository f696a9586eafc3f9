import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers change partners. */
export function mustManagePartners(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Everybody of the company sees all partners; the result is the one partner an actor is limited to, or null. */
export function visiblePartner(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  if (actor.kind !== 'user' || actor.role !== 'partner') return null;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  return actor.partnerId;
}

/** What the company keeps about a partner: everybody of the company, nobody of a partner. */
export function mustBeStaff(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

export function mustWriteNotes(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance'], 'write')) throw new Refusal('forbidden');
}
