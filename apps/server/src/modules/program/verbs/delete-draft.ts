import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { lockOrder } from '../../fact/index.ts';
import { mustBeAsRead } from '../plan-revision.ts';
import { findVersion, isPublished, removeDraft, selectVersions } from '../plan.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { conflict } from '../refusals.ts';

/**
 * Deletes a draft; what it said stays in the audit trail. Refuses `not_found`, `plan_published`, and `conflict` when somebody has
 * written it since it was read or when the plan would be left without any version.
 */
export function deleteDraft(context: Context, versionId: string, expectedRevision: number | undefined): Promise<void> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    await lockOrder(tx, workspaceId, context.now());
    const draft = await findVersion(tx, workspaceId, versionId);
    if (draft === null) throw new Refusal('not_found');
    if (isPublished(draft)) throw new Refusal('plan_published');
    mustBeAsRead(draft, expectedRevision);
    const versions = await selectVersions(tx, workspaceId, [draft.planId]);
    if (versions.length === 1) throw onlyVersion;
    await removeDraft(tx, workspaceId, versionId);
    const before = { planId: encodeId('pln', draft.planId), number: draft.number, document: draft.document };
    return { result: undefined, audit: { action: 'plan.draft_deleted', subject: encodeId('plv', versionId), before } };
  });
}

const onlyVersion = conflict('id', 'other_versions', {
  en: 'This is the only version of its plan: replace it.',
  fr: 'C’est la seule version de ce barème : remplacez-la.',
});
