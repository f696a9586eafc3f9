import type { Side } from '@cordee/core/partnership';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers speak for the company, a partner for itself: the result is the one partner, or null. */
export function mayTakePart(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return ownPartner(actor);
}

/** Owners and managers begin charters, announce replacements, keep clauses and say whether a charter is asked for. */
export function mustManageCharters(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** For which side somebody acts or reads. */
export function sideOf(own: string | null): Side {
  return own === null ? 'company' : 'partner';
}
