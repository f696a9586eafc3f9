import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The job that acts for whoever holds a signer's link, and the clock. */
export const LINK_JOB = 'signature.link';

/** Owners and managers send documents. */
export function mustSendEnvelopes(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** The company reads all, a partner those it is a side of: queries narrow by actor. Drafts are the company's. */
export function mustReadEnvelopes(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
}

/** A person who is signed in for themselves: no key, no job, nobody who only looks. The result is who. */
export function mustBeSomebody(actor: Actor): string {
  if (actor.kind !== 'user' || actor.looksOnly === true) throw new Refusal('forbidden');
  return actor.userId;
}

/** Only who came by a link acts as a signer. */
export function mustHoldLink(actor: Actor): void {
  if (actor.kind !== 'system' || actor.job !== LINK_JOB) throw new Refusal('forbidden');
}
