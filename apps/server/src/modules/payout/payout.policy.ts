import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance move money. */
export function mustMoveMoney(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Everybody of the company sees batches and who can be paid. */
export function mustSeePayments(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners and people of finance approve; no key does. */
export function mustApprove(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Owners connect a service that pays, in person. */
export function mustConnect(actor: Actor): void {
  if (actor.kind !== 'user' || !permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
