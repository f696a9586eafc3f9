import type { ModelsAnswer, ModelsQuery } from '@cordee/contract/models';
import { encodeId } from '@cordee/core/ids';
import { shiftDate, startOfDay } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { mustBeStaff } from '../analytics.policy.ts';
import { compareModels } from '../compare-models.ts';
import { selectInForce, selectJourneys, type Journey } from '../journey.store.ts';
import { settingsOf } from '../sums/sums.store.ts';

/** Sales, and lost journeys, that are compared at once. */
const most = 50_000;
/** From which part on a partner without any in force is said to contribute unpaid. */
const noticed = 0.01;

/** Who contributes by several models, beside who was credited by the rules that were in force. Nothing is paid by it. */
export function getModels(context: Context, query: ModelsQuery): Promise<ModelsAnswer> {
  mustBeStaff(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const { zone } = await settingsOf(tx, workspaceId);
    const filter = {
      from: startOfDay(query.from, zone),
      to: startOfDay(shiftDate(query.to, 1), zone),
      programId: query.programId ?? null,
      days: query.days,
      most,
    };
    const converted = await selectJourneys(tx, workspaceId, 'sale', filter);
    const lost = await selectJourneys(tx, workspaceId, 'lead', filter);
    const { sales, parts } = await selectInForce(tx, workspaceId, filter);
    const rows = compareModels(converted, lost, parts);
    const ids = rows.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]));
    const names = await partnerNames(tx, workspaceId, ids);
    const compared = timesOf(converted);
    return {
      sales: compared,
      withoutJourney: sales - compared,
      lost: timesOf(lost),
      journeys: converted.length,
      truncated: sales === most,
      others: rows.some(({ partnerId }) => partnerId === null),
      partners: rows.map(({ partnerId, ...row }) => ({
        partnerId: partnerId === null ? null : encodeId('prt', partnerId),
        name: partnerId === null ? null : (names.get(partnerId) ?? null),
        ...row,
        contributesUnpaid: row.inForce === 0 && row.markov >= noticed && row.shapley >= noticed,
      })),
    };
  });
}

function timesOf(journeys: readonly Journey[]): number {
  return journeys.reduce((sum, { times }) => sum + times, 0);
}
