import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and finance load rates and exchange balances. */
export function mustExchange(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Everybody of the company sees rates and what an exchange would give. */
export function mustSeeRates(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}
