import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance close months; so does the job that ends what they began. */
export function mustClosePeriods(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Everybody of the company sees what is closed and what is not. */
export function mustSeePeriods(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** The company reads all statements, a partner its own: queries narrow by actor. */
export function mustReadStatements(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
}

/** Owners renew what documents are sealed with, in person. */
export function mustRenewSealKey(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
