import type { Side } from '@cordee/core/partnership';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The side somebody reads or acts for, and the one partner a partner's people are limited to. */
export interface Party {
  readonly side: Side;
  readonly own: string | null;
}

/** Everybody of the company reads, a partner's people what is theirs. */
export function partyOf(actor: Actor): Party {
  const own = ownPartner(actor);
  return { side: own === null ? 'company' : 'partner', own };
}

/** Owners and managers act for the company, a partner's people for it. */
export function mustTakePart(actor: Actor): Party {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  return partyOf(actor);
}

/** What the clock does is for our own jobs, and for whoever may act for the company. */
export function mustFollow(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Owners and managers say how disputes go. */
export function mustManage(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

export function mayRead(actor: Actor): boolean {
  return permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read');
}
