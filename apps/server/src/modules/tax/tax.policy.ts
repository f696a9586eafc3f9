import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance enter details for all, a partner for itself. */
export function mustEnterDetails(actor: Actor, partnerId: string): void {
  if (!permits(actor, ['owner', 'finance', 'partner'], 'money')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
}

/** The company reads all, a partner its own. */
export function mustSeePartnerTax(actor: Actor, partnerId: string): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
}

/** Everybody of the company reads checks, decisions, the table and the policy. */
export function mustSeeTax(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners and finance answer proposals, have numbers checked, and keep decisions. */
export function mustDecideTax(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Owners and people of finance vouch, review, and write the table, in person. */
export function mustAnswerForTax(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Dates of birth and tax numbers: for owners, finance, and the partner they belong to. */
export function seesPersonalData(actor: Actor): boolean {
  return permits(actor, ['owner', 'finance', 'partner'], 'money');
}

/** What the company vouched for, and the files with it, is its own. */
export function seesProofs(actor: Actor): boolean {
  return permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read');
}
