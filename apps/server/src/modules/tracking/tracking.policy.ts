import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ClickPath } from './clicks/click-row.ts';

/** A publishable key speaks for the page the visitor is on, every other caller for the company's server. */
export function mustTrackClicks(actor: Actor): Extract<ClickPath, 'script' | 'api'> {
  if (actor.kind === 'key' && actor.publishable && actor.scopes.includes('track:client')) return 'script';
  if (permits(actor, ['owner', 'manager'], 'track:client') || permits(actor, [], 'track')) return 'api';
  throw new Refusal('forbidden');
}

/** Everybody of the company sees all clicks; the result is the one partner an actor is limited to, or null. */
export function visiblePartner(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  if (actor.kind !== 'user' || actor.role !== 'partner') return null;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  return actor.partnerId;
}

/** Where the script stands is the company's business. */
export function mustBeStaff(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** What is deleted is gone: owners only. */
export function mustPurge(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}
