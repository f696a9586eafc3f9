import type { ClickSeries, SeriesQuery } from '@cordee/contract/tracking';
import { startOfDay } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { clickDays } from '../clicks.store.ts';
import { visiblePartner } from '../tracking.policy.ts';
import { workspaceZone } from '../tracking.store.ts';

/** Raw clicks are read for two days at most; everything before comes from the daily sums. */
const RAW_MS = 2 * 86_400_000;

/** Clicks by day in the workspace's zone, up to the very last one: daily sums, and what arrived since they were made. */
export async function clickSeries(context: Context, query: SeriesQuery): Promise<ClickSeries> {
  const own = visiblePartner(context.actor);
  if (own !== null && query.partnerId !== undefined && query.partnerId !== own) throw new Refusal('not_found');
  const days = await read(context, async (tx) => {
    const zone = await workspaceZone(tx, context.workspaceId);
    return clickDays(tx, context.workspaceId, {
      partnerId: own ?? query.partnerId ?? null,
      programId: query.programId ?? null,
      from: query.from,
      to: query.to,
      rawFrom: Math.max(startOfDay(query.from, zone), context.now() - RAW_MS),
    });
  });
  const total = { clicks: 0, repeats: 0, bots: 0 };
  for (const day of days) {
    total.clicks += day.clicks;
    total.repeats += day.repeats;
    total.bots += day.bots;
  }
  return { days, total };
}
