import { stages, type Stage } from '@cordee/contract/partner';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { mustBeStaff } from '../partner.policy.ts';
import { stageCounts } from '../stage.store.ts';
import { tagCounts } from '../tag.store.ts';

/** How many partners stand at each stage, archived ones aside; every stage is there, in its order. */
export function countStages(context: Context): Promise<{ stage: Stage; partners: number }[]> {
  mustBeStaff(context.actor);
  return read(context, async (tx) => {
    const counts = await stageCounts(tx, context.workspaceId);
    return stages.map((stage) => ({ stage, partners: counts.get(stage) ?? 0 }));
  });
}

/** The tags in use, the most used first: five hundred at most. */
export function listTags(context: Context): Promise<{ tag: string; partners: number }[]> {
  mustBeStaff(context.actor);
  return read(context, (tx) => tagCounts(tx, context.workspaceId));
}
