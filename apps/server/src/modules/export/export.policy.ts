import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** An archive holds everything, secrets of connections included: owners only. */
export function mustOwn(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
