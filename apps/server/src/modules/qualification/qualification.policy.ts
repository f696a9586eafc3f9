import type { Side } from '@cordee/core/partnership';
import type { Actor, Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import { peopleOfPartners } from '../identity/index.ts';

/** Owners and managers ask, decide, and write questionnaires and forms. */
export function mustManageQualification(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** Everybody of the company reads applications. */
export function mustReadApplications(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer'], 'read')) throw new Refusal('forbidden');
}

/** Owners and managers for the company, a partner for itself. */
export function mustTakePart(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager', 'partner'], 'write')) throw new Refusal('forbidden');
}

/** Keys that pages of the company use; owners and managers, to try a form. */
export function mustApplyForOthers(actor: Actor): void {
  const byKey =
    actor.kind === 'key' && actor.scopes.some((scope) => scope === 'track:client' || scope === 'track' || scope === 'admin');
  if (!byKey && !permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

export interface Reader {
  readonly side: Side;
  /** The one partner a reader is limited to; null for the company. */
  readonly partnerId: string | null;
  /**
   * Whether the answers of this side are the reader's own. They are not for somebody of the company who looks at the portal as the
   * partner does, nor for a token that shows the portal inside the company's application: both are in the company's hands.
   */
  readonly isOwn: boolean;
}

/** For which side somebody reads. */
export async function readerOf(tx: Tx, { actor, workspaceId }: Pick<Context, 'actor' | 'workspaceId'>): Promise<Reader> {
  const partnerId = ownPartner(actor);
  if (partnerId === null) return { side: 'company', partnerId, isOwn: true };
  const people = await peopleOfPartners(tx, workspaceId, [partnerId]);
  const isOwn = actor.kind === 'user' && people.some(({ userId }) => userId === actor.userId);
  return { side: 'partner', partnerId, isOwn };
}

/** The same, for who writes: refuses whoever only looks on. */
export async function writerOf(tx: Tx, context: Pick<Context, 'actor' | 'workspaceId'>): Promise<Reader> {
  mustTakePart(context.actor);
  const reader = await readerOf(tx, context);
  if (!reader.isOwn) throw new Refusal('forbidden');
  return reader;
}
