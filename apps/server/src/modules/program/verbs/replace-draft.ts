import type { PlanVersion, ReplaceDraft } from '@cordee/contract/plan';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { lockOrder } from '../../fact/index.ts';
import { versionToContract } from '../plan-answer.ts';
import { mustBeSound } from '../plan-faults.ts';
import { findVersion, isPublished, selectVersions, updateDraft } from '../plan.store.ts';
import { mustBeAsRead } from '../plan-revision.ts';
import { mustManagePrograms } from '../program.policy.ts';

/**
 * Replaces the document of a draft. Refuses `not_found`, `plan_published`, `conflict` when somebody has written it since it was read,
 * `plan_invalid` and `unknown_reference`.
 */
export function replaceDraft(context: Context, versionId: string, input: ReplaceDraft): Promise<PlanVersion> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    await lockOrder(tx, workspaceId, now);
    const before = await findVersion(tx, workspaceId, versionId);
    if (before === null) throw new Refusal('not_found');
    if (isPublished(before)) throw new Refusal('plan_published');
    mustBeAsRead(before, input.expectedRevision);
    await mustBeSound(tx, workspaceId, input.document, 'document');

    await updateDraft(tx, workspaceId, versionId, input.document);
    const after = { ...before, document: input.document, revision: before.revision + 1 };
    const versions = await selectVersions(tx, workspaceId, [before.planId]);
    const result = await versionToContract(tx, workspaceId, after, versions, now);
    return {
      result,
      audit: {
        action: 'plan.draft_replaced',
        subject: encodeId('plv', versionId),
        before: before.document,
        after: after.document,
      },
    };
  });
}
