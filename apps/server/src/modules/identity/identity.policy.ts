import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners (and keys of scope admin) rule over members, keys, the workspace and its audit trail. */
export function mustOwn(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}

/** Owners and managers say who signs in for a partner, its own people for themselves. Refuses `not_found` for another partner. */
export function mayRulePeopleOf(actor: Actor, partnerId: string): void {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  const own = ownPartner(actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
}

/** Everybody of the company may look at what a partner sees; a key has no eyes. */
export function mustBeStaffMember(actor: Actor): string {
  if (actor.kind !== 'user' || actor.role === 'partner') throw new Refusal('forbidden');
  return actor.userId;
}

/** Owners and managers (and keys of scope write) let a partner be shown. */
export function mustManage(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** The user behind a session; keys and jobs are nobody in particular. */
export function mustBeUser(actor: Actor): string {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor.userId;
}

/** The user behind a session that is good everywhere: whom one company's identity provider vouches for is somebody there alone. */
export function mustBeThemselves(actor: Actor): string {
  if (actor.kind === 'user' && actor.signedOn === true) throw new Refusal('forbidden');
  return mustBeUser(actor);
}

/** What only the operator at the terminal may do: it reaches beyond one workspace. */
export function mustBeOperator(actor: Actor): void {
  if (actor.kind !== 'system') throw new Refusal('forbidden');
}

/** The job behind the provider's answer: nobody is signed in yet. */
export function mustBeSignOn(actor: Actor): void {
  if (actor.kind !== 'system' || actor.job !== 'sign-on') throw new Refusal('forbidden');
}
