import type { Side } from '@cordee/core/partnership';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Everybody of the company reads of all partners, a partner of itself; of another one it learns nothing. Refuses `not_found`. */
export function mustRead(actor: Actor, partnerId: string): Side {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  return sideFor(actor, partnerId);
}

/** Owners and managers act for the company, a partner for itself. Refuses `not_found`, `forbidden`. */
export function mustTakePart(actor: Actor, partnerId: string): Side {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return sideFor(actor, partnerId);
}

/** Owners and managers begin, settle and end. */
export function mustManage(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Archives hold amounts and accounts: who sees money of the company, and a partner its own. */
export function mustTakeAway(actor: Actor, partnerId: string): Side {
  if (!permits(actor, ['owner', 'manager', 'finance', 'partner'], 'read')) throw new Refusal('forbidden');
  return sideFor(actor, partnerId);
}

function sideFor(actor: Actor, partnerId: string): Side {
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
  return own === null ? 'company' : 'partner';
}
