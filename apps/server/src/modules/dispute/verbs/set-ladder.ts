import type { LadderAnswer, SetLadder } from '@cordee/contract/dispute-settings';
import { calendarOf } from '@cordee/core/deadline';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustManage } from '../dispute.policy.ts';
import { ladderAnswerOn } from '../ladder/ladder-in-force.ts';
import { insertLadder } from '../ladder/ladder.store.ts';
import { pastDay, unknownRegion } from '../refusals.ts';

/** Says how disputes go from a day on, today or later; those that run keep the ladder they began with. */
export function setDisputeLadder(context: Context, { validFrom, source, set }: SetLadder): Promise<LadderAnswer> {
  mustManage(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const now = context.now();
    const today = localDateOf(now, await zoneOf(tx, workspaceId));
    if (validFrom < today) throw new Refusal('invalid_request', [pastDay('validFrom')]);
    const { country, region } = set;
    if (region !== null && calendarOf(country).regions[region] === undefined) {
      throw new Refusal('invalid_request', [unknownRegion]);
    }
    const kept = { validFrom, document: set, sourceFr: source.fr, sourceEn: source.en };
    await insertLadder(tx, workspaceId, kept, now, actor);
    const after = { validFrom, source, set };
    const audit = { action: 'dispute_ladder.set', subject: encodeId('wsp', workspaceId), after };
    return { result: await ladderAnswerOn(tx, workspaceId, today), audit };
  });
}
