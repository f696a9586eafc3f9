import type { ChangePartner, Partner } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { mustBeFree } from '../external-id.ts';
import { toAudit, toContract, toOwnContract } from '../partner-answer.ts';
import { showsStage } from '../visibility.store.ts';
import { factsOf, isSameFacts } from '../partner-facts.ts';
import { mayChange } from '../partner.policy.ts';
import { findPartner, insertFacts, lastFacts, readWorkspace, updatePartner, type PartnerRecord } from '../partner.store.ts';
import { replaceTags } from '../tag.store.ts';

/**
 * Changes a partner, or a partner itself in what is its own; what rules read is kept with its history and holds from now on.
 * Refuses `not_found`, `forbidden` with the fields that are the company's, and `already_exists` when the external id is another
 * partner's.
 */
export function changePartner(context: Context, partnerId: string, changes: ChangePartner): Promise<Partner> {
  mayChange(context.actor, partnerId, Object.keys(changes));
  const isOwn = context.actor.kind === 'user' && context.actor.role === 'partner';
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const before = await findPartner(tx, workspaceId, partnerId);
    if (before === null) throw new Refusal('not_found');
    const { externalId } = changes;
    if (typeof externalId === 'string' && externalId !== before.externalId) await mustBeFree(tx, workspaceId, externalId);

    const after = apply(before, changes);
    await updatePartner(tx, workspaceId, after);
    if (changes.tags !== undefined) await replaceTags(tx, workspaceId, partnerId, after.tags);
    const last = await lastFacts(tx, workspaceId, partnerId);
    const { customerKey } = await readWorkspace(tx, workspaceId);
    const facts = factsOf(after, customerKey);
    if (!isSameFacts(last.facts, facts)) {
      await insertFacts(tx, workspaceId, { partnerId, number: last.number + 1, from: recordedAt, recordedAt, facts });
    }
    return {
      result: isOwn ? toOwnContract(after, await showsStage(tx, workspaceId, partnerId)) : toContract(after),
      audit: {
        action: 'partner.changed',
        subject: encodeId('prt', partnerId),
        before: toAudit(before),
        after: toAudit(after),
      },
    };
  });
}

function apply(partner: PartnerRecord, changes: ChangePartner): PartnerRecord {
  return {
    ...partner,
    name: changes.name ?? partner.name,
    kind: changes.kind ?? partner.kind,
    country: changes.country === undefined ? partner.country : changes.country,
    email: changes.email === undefined ? partner.email : changes.email,
    language: changes.language ?? partner.language,
    externalId: changes.externalId === undefined ? partner.externalId : changes.externalId,
    attributes: changes.attributes ?? partner.attributes,
    tags: changes.tags ?? partner.tags,
  };
}
