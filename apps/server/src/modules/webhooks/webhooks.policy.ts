import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers have systems told; a key needs `admin`, for what is told reads everything. */
export function mustManageWebhooks(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'admin')) throw new Refusal('forbidden');
}
