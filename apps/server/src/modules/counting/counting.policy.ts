import type { Role } from '@cordee/contract/route';
import type { ReviewAction } from '@cordee/core/counting';
import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Everybody of the company may try rules on history: nothing is written. */
export function maySimulate(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Everybody of the company may have everything added up again. */
export function mayVerify(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Rebuilding holds up every event meanwhile: owners only. */
export function mayRebuild(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}

/** Ending holds makes money payable. */
export function mayRelease(actor: Actor): void {
  if (!permits(actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
}

/** Owners and managers decide about commissions; finance may let them pass. */
export function mayReview(actor: Actor, action: ReviewAction): void {
  const roles: readonly Role[] = action === 'approve' ? ['owner', 'manager', 'finance'] : ['owner', 'manager'];
  if (!permits(actor, roles, 'write')) throw new Refusal('forbidden');
}

/** Signals are for the company: a partner would learn what it is watched for. */
export function maySeeSignals(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}
