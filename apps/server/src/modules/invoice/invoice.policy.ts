import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance make documents out, take them back, and say how the company invoices. */
export function mustInvoice(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Owners and finance for anybody, a partner for itself: the result is the one partner, or null. */
export function mayAnswerInvoices(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'finance', 'partner'], 'money')) throw new Refusal('forbidden');
  return ownPartner(actor);
}

/** Everybody of the company sees what can be invoiced. */
export function mustSeeDrafts(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** The company reads all, a partner its own: queries narrow by actor. */
export function mustReadInvoices(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
}
