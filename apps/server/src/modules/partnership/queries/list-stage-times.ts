import { partnershipStages } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { selectStageTimes } from '../gates/waiver.store.ts';
import { mustBeStaff } from '../partnership.policy.ts';

const DAY_S = 86_400;

/** How long partnerships stay at each stage, in the order of stages. */
export function listStageTimes(context: Context) {
  mustBeStaff(context.actor);
  return read(context, async (tx) => {
    const rows = new Map((await selectStageTimes(tx, context.workspaceId)).map((row) => [row.stage, row]));
    return partnershipStages.map((stage) => {
      const row = rows.get(stage);
      return {
        stage,
        standing: Number(row?.standing ?? 0),
        stays: Number(row?.stays ?? 0),
        medianDays: daysOf(row?.median_s ?? null),
        longestDays: daysOf(row?.longest_s ?? null),
      };
    });
  });
}

/** To a tenth of a day. */
function daysOf(seconds: number | null): number | null {
  // oxlint-disable-next-line cordee/no-float-money -- a length of time
  return seconds === null ? null : Math.round((seconds / DAY_S) * 10) / 10;
}
