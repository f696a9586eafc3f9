import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ContributionKind } from './contribution.store.ts';

/** Owners and managers declare for all, a partner for itself, and never how others share; the result is the one partner, or null. */
export function mayDeclare(actor: Actor, kind: ContributionKind): string | null {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && kind === 'agreement') throw new Refusal('forbidden');
  return own;
}

/** Owners and managers confirm and refuse. */
export function mustDecide(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Owners and managers withdraw any, a partner its own: the result is the one partner, or null. */
export function mayWithdraw(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return ownPartner(actor);
}
