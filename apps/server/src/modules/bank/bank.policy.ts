import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance enter accounts for all, a partner for itself. */
export function mustEnterAccount(actor: Actor, partnerId: string | null): void {
  if (!permits(actor, ['owner', 'finance', 'partner'], 'money')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
}

/** The company reads all accounts, a partner its own. */
export function mustSeeAccounts(actor: Actor, partnerId: string | null): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
}

/** Owners and people of finance decide about accounts; no key does. */
export function mustDecideAccounts(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** The company reads the rules. */
export function mustSeeRules(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners set the rules of paying, in person. */
export function mustSetRules(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
