import type { Side } from '@cordee/core/partnership';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance for the company, a partner for itself: which side it is, and the one partner it may speak for. */
export function sideOf(actor: Actor): { readonly side: Side; readonly own: string | null } {
  if (!permits(actor, ['owner', 'finance', 'partner'], 'money')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  return { side: own === null ? 'company' : 'partner', own };
}

/** Owners and finance tell of payments; our own job keeps back. */
export function mustMoveDebts(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Owners and finance waive debts and end plans, in person: no key may. */
export function mustDecideDebts(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** The company reads all, a partner its own: the one partner, or null. */
export function mayReadDebts(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  return ownPartner(actor);
}
