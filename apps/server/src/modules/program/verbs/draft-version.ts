import type { DraftDocument, PlanVersion } from '@cordee/contract/plan';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { lockOrder } from '../../fact/index.ts';
import { versionToContract } from '../plan-answer.ts';
import { mustBeSound } from '../plan-faults.ts';
import { findPlan, insertVersion, isPublished, selectVersions, type VersionRecord } from '../plan.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { conflict } from '../refusals.ts';

/**
 * Drafts the next version of a plan; a plan has one draft at most. Refuses `not_found`, `conflict` while there is a draft,
 * `plan_invalid` and `unknown_reference`.
 */
export function draftVersion(context: Context, planId: string, input: DraftDocument): Promise<PlanVersion> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    // Two people drafting at once take turns.
    await lockOrder(tx, workspaceId, now);
    if ((await findPlan(tx, workspaceId, planId)) === null) throw new Refusal('not_found');
    const versions = await selectVersions(tx, workspaceId, [planId]);
    const waiting = versions.find((version) => !isPublished(version));
    if (waiting !== undefined) throw draftExists(waiting);
    await mustBeSound(tx, workspaceId, input.document, 'document');

    const draft: VersionRecord = {
      id: newUuid(now),
      planId,
      number: (versions.at(-1)?.number ?? 0) + 1,
      document: input.document,
      createdAt: now,
      revision: 1,
      publishedAt: null,
      effectiveAt: null,
    };
    await insertVersion(tx, workspaceId, draft);
    const result = await versionToContract(tx, workspaceId, draft, [...versions, draft], now);
    const after = { planId: result.planId, number: draft.number, document: input.document };
    return { result, audit: { action: 'plan.drafted', subject: encodeId('plv', draft.id), after } };
  });
}

function draftExists(draft: VersionRecord): Refusal {
  const id = encodeId('plv', draft.id);
  return conflict('document', 'one_draft', {
    en: `Version ${draft.number} (${id}) is a draft already: replace or publish it.`,
    fr: `La version ${draft.number} (${id}) est déjà un brouillon : remplacez-la ou publiez-la.`,
  });
}
