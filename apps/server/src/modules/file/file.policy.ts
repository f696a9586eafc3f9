import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Whoever hands in takes back what is theirs. */
export function mayTakeBack(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'partner'], 'write')) throw new Refusal('forbidden');
}

/** Owners say how much is kept. */
export function mustOwnStorage(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
