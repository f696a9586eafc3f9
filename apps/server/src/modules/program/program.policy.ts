import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers decide about programs, plans, enrollments and coupons. */
export function mustManagePrograms(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Programs and plans are read by the company; a partner reads its own terms in sentences. */
export function mustReadPrograms(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners and managers make links for all partners, a partner for itself: the result is the one partner allowed, or null. */
export function mayMakeLinksFor(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return ownPartner(actor);
}

/** Everybody of the company sees all enrollments, links and coupons; the result is the one partner an actor is limited to, or null. */
export function visiblePartner(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  return ownPartner(actor);
}

function ownPartner(actor: Actor): string | null {
  if (actor.kind !== 'user' || actor.role !== 'partner') return null;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  return actor.partnerId;
}
