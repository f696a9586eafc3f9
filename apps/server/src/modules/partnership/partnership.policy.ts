import type { Side } from '@cordee/core/partnership';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** What the company keeps and sees of a partner: everybody of the company, nobody of a partner. */
export function mustBeStaff(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners and managers decide about partners. */
export function mustManagePartners(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** The side somebody reads or acts for. */
export function sideOf(actor: Actor): Side {
  return ownPartner(actor) === null ? 'company' : 'partner';
}

/** Owners and managers act for the company, a partner's people for it. Refuses `forbidden`. */
export function mustTakePart(actor: Actor): Side {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return sideOf(actor);
}

/**
 * The partner somebody signs in for. Refuses `forbidden` to everybody of the company: its members, its keys, our own jobs, and whoever
 * looks with the eyes of a partner without being one of its people.
 */
export function mustSignInFor(actor: Actor): { readonly userId: string; readonly partnerId: string } {
  if (actor.kind !== 'user' || actor.looksOnly === true) throw new Refusal('forbidden');
  const partnerId = ownPartner(actor);
  if (partnerId === null) throw new Refusal('forbidden');
  return { userId: actor.userId, partnerId };
}
