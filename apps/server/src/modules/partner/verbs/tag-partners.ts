import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { mustManagePartners } from '../partner.policy.ts';
import { partnerNames } from '../partner.store.ts';
import { addTags, removeTags } from '../tag.store.ts';

/** What became of each partner of a change to many; one that is in neither set is unknown. */
export interface ChangedPartners {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Gives tags to many partners, or takes them away. */
export function tagPartners(
  context: Context,
  partnerIds: readonly string[],
  tags: readonly string[],
  way: 'add' | 'remove',
): Promise<ChangedPartners> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const known = await partnerNames(tx, workspaceId, partnerIds);
    const changed = await (way === 'add' ? addTags : removeTags)(tx, workspaceId, partnerIds, tags);
    const result = {
      changed: [...changed],
      unchanged: [...known.keys()].filter((id) => !changed.has(id)),
    };
    const action = way === 'add' ? 'partner.tagged' : 'partner.untagged';
    const [first, ...others] = result.changed.map((id) => ({ action, subject: encodeId('prt', id), after: { tags } }));
    for (const entry of others) await recordAudit(tx, context, entry);
    return { result, audit: first ?? null };
  });
}
