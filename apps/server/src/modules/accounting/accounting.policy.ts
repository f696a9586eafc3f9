import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance keep the books, and write their files. */
export function mustKeepBooks(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Everybody of the company sees how they are kept. */
export function mustSeeBooks(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** The company sees years of all partners, a partner its own: queries narrow by actor. */
export function mustSeeOwnYear(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
}
