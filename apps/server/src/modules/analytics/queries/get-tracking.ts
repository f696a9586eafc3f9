import { trackingPaths, type TrackingAnswer } from '@cordee/contract/models';
import { shiftDate, startOfDay, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { mustBeStaff } from '../analytics.policy.ts';
import { settingsOf } from '../sums/sums.store.ts';
import { selectCookieAges, selectPaths } from '../tracking-share.store.ts';

/** Facts looked at to learn how long cookies last. */
const most = 50_000;

/** How conversions were tied to partners, and how long cookies were really kept, by browser. */
export function getTracking(
  context: Context,
  query: { readonly from: LocalDate; readonly to: LocalDate; readonly programId?: string | undefined },
): Promise<TrackingAnswer> {
  mustBeStaff(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const { zone } = await settingsOf(tx, workspaceId);
    const { from, to, programId = null } = query;
    const rows = new Map((await selectPaths(tx, workspaceId, { from, to, programId })).map((row) => [row.path, row]));
    const counts = trackingPaths.map((path) => {
      const { sales = 0n, leads = 0n } = rows.get(path) ?? {};
      return { path, sales: Number(sales), leads: Number(leads) };
    });
    const all = counts.reduce((sum, { sales, leads }) => sum + sales + leads, 0);
    const period = { from: startOfDay(from, zone), to: startOfDay(shiftDate(to, 1), zone) };
    const browsers = await selectCookieAges(tx, workspaceId, { ...period, most });
    return {
      paths: counts.map((count) => ({ ...count, share: all === 0 ? 0 : (count.sales + count.leads) / all })),
      browsers: browsers.map((row) => ({
        browser: row.browser,
        conversions: Number(row.conversions),
        medianDays: row.median,
        longTailDays: row.long_tail,
        longestDays: row.longest,
      })),
    };
  });
}
