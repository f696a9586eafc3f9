import type { CreatePartner, Partner } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { mustBeFree } from '../external-id.ts';
import { toAudit, toContract } from '../partner-answer.ts';
import { factsOf } from '../partner-facts.ts';
import { mustManagePartners } from '../partner.policy.ts';
import { insertFacts, insertPartner, readWorkspace, type PartnerRecord } from '../partner.store.ts';
import { insertStage } from '../stage.store.ts';
import { addTags } from '../tag.store.ts';

// What is first learned of a partner held before we learned it, so that an existing history can be brought in.
const ALWAYS = 0;

/** Adds a partner. Refuses `already_exists` when the external id is taken. */
export function createPartner(context: Context, input: CreatePartner): Promise<Partner> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const workspace = await readWorkspace(tx, workspaceId);
    if (input.externalId !== undefined) await mustBeFree(tx, workspaceId, input.externalId);

    const partner: PartnerRecord = {
      id: newUuid(recordedAt),
      name: input.name,
      kind: input.kind,
      country: input.country ?? null,
      email: input.email ?? null,
      language: input.language ?? workspace.language,
      externalId: input.externalId ?? null,
      attributes: input.attributes ?? {},
      stage: input.stage ?? 'active',
      stageSince: recordedAt,
      tags: input.tags ?? [],
      createdAt: recordedAt,
      archivedAt: null,
    };
    await insertPartner(tx, workspaceId, partner);
    await addTags(tx, workspaceId, [partner.id], partner.tags);
    const { id: partnerId, stage } = partner;
    await insertStage(tx, workspaceId, { partnerId, stage, from: recordedAt, recordedAt, reason: null, actor: context.actor });
    const facts = factsOf(partner, workspace.customerKey);
    await insertFacts(tx, workspaceId, { partnerId: partner.id, number: 1, from: ALWAYS, recordedAt, facts });
    return {
      result: toContract(partner),
      audit: { action: 'partner.created', subject: encodeId('prt', partner.id), after: toAudit(partner) },
    };
  });
}
