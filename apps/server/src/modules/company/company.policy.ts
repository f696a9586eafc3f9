import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance say who the company is. */
export function mustWriteCompany(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Everybody of the company reads it; partners see it on documents. */
export function mustSeeCompany(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}
