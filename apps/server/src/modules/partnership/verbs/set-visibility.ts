import type { VisibilityItem } from '@cordee/contract/partnership-visibility';
import { encodeId } from '@cordee/core/ids';
import { shownBy, type SharedKind } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { insertVisibility, lockStages } from '../../partner/index.ts';
import { visibilityAnswer, type Usual } from '../visibility/visibility-answer.ts';
import { mustTakePart } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** Shows the other side a kind of data from now on, or no longer. Refuses `not_found`, and `forbidden` for what is the other's to show. */
export function setVisibility(
  context: Context,
  partnerId: string,
  kind: SharedKind,
  shown: boolean,
  usual: Usual,
): Promise<VisibilityItem[]> {
  const side = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    await mustKnow(tx, context, partnerId);
    if (shownBy[kind] !== side) throw new Refusal('forbidden');
    await lockStages(tx, workspaceId, [partnerId]);
    const items = await visibilityAnswer(tx, workspaceId, partnerId, side, usual);
    const before = items.find((item) => item.kind === kind);
    if (before?.chosen === true && before.shown === shown) return { result: items, audit: null };
    await insertVisibility(tx, workspaceId, partnerId, { kind, isShown: shown, from: context.now() }, actor);
    return {
      result: await visibilityAnswer(tx, workspaceId, partnerId, side, usual),
      audit: {
        action: 'partnership.visibility_changed',
        subject: encodeId('prt', partnerId),
        before: { kind, shown: before?.shown },
        after: { kind, shown },
      },
    };
  });
}
