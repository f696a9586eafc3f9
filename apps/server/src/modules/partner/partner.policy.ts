import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners and managers change partners. */
export function mustManagePartners(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

const OWN_FIELDS: ReadonlySet<string> = new Set(['name', 'email', 'language']);

/**
 * Owners and managers change partners; a partner changes how it is called and written to, of itself only. What rules or the
 * company's systems read stays the company's. Refuses `not_found` for another partner.
 */
export function mayChange(actor: Actor, partnerId: string, fields: readonly string[]): void {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
  if (actor.kind !== 'user' || actor.role !== 'partner') return;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  if (actor.partnerId !== partnerId) throw new Refusal('not_found');
  const theirs = fields.filter((field) => !OWN_FIELDS.has(field));
  if (theirs.length > 0) throw new Refusal('forbidden', theirs.map(companysField));
}

function companysField(path: string) {
  return {
    path,
    rule: 'company',
    message: { en: 'Only the company changes this; ask it.', fr: "Seule l'entreprise peut le changer ; demandez-le-lui." },
  };
}

/** Everybody of the company sees all partners; the result is the one partner an actor is limited to, or null. */
export function visiblePartner(actor: Actor): string | null {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) throw new Refusal('forbidden');
  if (actor.kind !== 'user' || actor.role !== 'partner') return null;
  if (actor.partnerId === null) throw new Refusal('forbidden');
  return actor.partnerId;
}

/** What the company keeps about a partner: everybody of the company, nobody of a partner. */
export function mustBeStaff(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

export function mustWriteNotes(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance'], 'write')) throw new Refusal('forbidden');
}
