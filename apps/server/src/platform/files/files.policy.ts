import type { Actor } from '../context.ts';
import { permits } from '../permits.ts';
import { Refusal } from '../refusal.ts';

/** Whoever writes anything: owners, managers, finance, partners for themselves. */
export function mayHandIn(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'partner'], 'write')) throw new Refusal('forbidden');
}
