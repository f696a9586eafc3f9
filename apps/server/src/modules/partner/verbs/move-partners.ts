import type { Stage } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { mustManagePartners } from '../partner.policy.ts';
import { partnerNames } from '../partner.store.ts';
import { insertStages, moveToStage } from '../stage.store.ts';
import type { ChangedPartners } from './tag-partners.ts';

/** Moves many partners to a stage from now on. */
export function movePartners(
  context: Context,
  partnerIds: readonly string[],
  stage: Stage,
  reason: string | null,
): Promise<ChangedPartners> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const now = context.now();
    const known = await partnerNames(tx, workspaceId, partnerIds);
    const changed = await moveToStage(tx, workspaceId, partnerIds, stage, now);
    await insertStages(tx, workspaceId, changed, { stage, reason, from: now, recordedAt: now, actor });
    const moved = new Set(changed);
    const result = { changed, unchanged: [...known.keys()].filter((id) => !moved.has(id)) };
    const [first, ...others] = changed.map((id) => ({
      action: 'partner.stage_changed',
      subject: encodeId('prt', id),
      after: { stage, reason },
    }));
    for (const entry of others) await recordAudit(tx, context, entry);
    return { result, audit: first ?? null };
  });
}
