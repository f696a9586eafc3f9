import type { SeenAnswer, VisibilityItem } from '@cordee/contract/partnership-visibility';
import { otherSide } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { personToContract } from '../people/person-answer.ts';
import { seenPeople } from '../people/seen-people.ts';
import { visibilityAnswer, type Usual } from '../visibility/visibility-answer.ts';
import { sideOf } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** What each side of a partnership shows the other. Refuses `not_found`. */
export function getVisibility(context: Context, partnerId: string, usual: Usual): Promise<VisibilityItem[]> {
  return read(context, async (tx) => {
    await mustKnow(tx, context, partnerId);
    return visibilityAnswer(tx, context.workspaceId, partnerId, sideOf(context.actor), usual);
  });
}

/** What the other side sees of the reader's, by the rules its own reads go by. Refuses `not_found`. */
export function getSeenByOtherSide(context: Context, partnerId: string, usual: Usual): Promise<SeenAnswer> {
  const { workspaceId, actor } = context;
  const own = sideOf(actor);
  const by = otherSide(own);
  return read(context, async (tx) => {
    const { stage } = await mustKnow(tx, context, partnerId);
    const items = await visibilityAnswer(tx, workspaceId, partnerId, own, usual);
    const isShown = (kind: VisibilityItem['kind']) => items.some((item) => item.kind === kind && item.shown);
    const people = await seenPeople(tx, workspaceId, partnerId, by);
    return {
      by,
      // What the company keeps for itself is not told to the partner on the way of asking what the company sees.
      stage: isShown('stage') ? stage : null,
      people: people.filter(({ side }) => side === own).map(personToContract),
      why: by === 'company' || isShown('why'),
      responseStatistics: by === 'company' || isShown('response_statistics'),
    };
  });
}
