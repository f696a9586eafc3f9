import { formatInstant } from '@cordee/core/time';
import { clickSeries, rollUpClicks } from '../apps/server/src/modules/tracking/index.ts';
import type { Database } from '../apps/server/src/platform/db/index.ts';
import type { BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { contextOf, openApplication } from './stage/application.ts';
import { fillClicks } from './stage/fill-clicks.ts';
import { settle } from './stage/history.ts';
import { foundCompany } from './stage/workspace.ts';
import { median, summarise } from './statistics.ts';

const NAME = 'dashboard-flat';
const HUNDREDTH = 100;
const VIEWS = 60;

/** A year of one partner's clicks by day, among a hundred times more clicks. Each side has a database of its own. */
export const dashboardFlat: Bench = {
  name: NAME,
  goal: 0.66,
  async run(context): Promise<Measurement[]> {
    const { clicks } = context.scale;
    const many = await openScreen(context, 'clicks_many', clicks);
    const few = await openScreen(context, 'clicks_few', Math.floor(clicks / HUNDREDTH));
    for (const screen of [many, few]) await screen.view();
    const pairs = await inTurn(
      context.scale.rounds * 3,
      () => many.view(),
      () => few.view(),
    );
    for (const screen of [many, few]) await screen.close();
    const limit = `among ${clicks / HUNDREDTH} clicks`;
    return [{ name: NAME, unit: 'ms', limit, goal: 0.66, ...summarise(pairs, 'less is better') }];
  },
};

interface Screen {
  /** Milliseconds of one look, the median of many. */
  view(): Promise<number>;
  close(): Promise<void>;
}

async function openScreen({ postgres, scale, log }: BenchContext, name: string, clicks: number): Promise<Screen> {
  const workspace = await foundCompany(await postgres.createDatabase(name));
  const { url, workspaceId, partners } = workspace;
  log(`${clicks} clicks`);
  const db = openApplication(url, 2);
  const now = Date.now();
  await fillClicks(workspace, clicks, scale.clickedPartners, now);
  await rollUpClicks(db, now);
  // What came since the last sum: a minute's worth, as in use.
  await fillClicks(workspace, 40, 1, now, 'last minute');
  await settle(url);
  const partnerId = partners[0]?.partnerId ?? '';
  const look = () => year(db, workspaceId, partnerId, now);
  const { total, days } = await look();
  log(`${total.clicks} of them the partner's, on ${days.length} days`);
  return {
    async view() {
      const times: number[] = [];
      for (let one = 0; one < VIEWS; one += 1) times.push((await secondsOf(look)) * 1000);
      return median(times);
    },
    async close() {
      await db.close();
      await postgres.dropDatabase(name);
    },
  };
}

async function year(db: Database, workspaceId: string, partnerId: string, now: number) {
  const from = formatInstant(now - 365 * 86_400_000).slice(0, 10);
  return clickSeries(contextOf(db, workspaceId), { partnerId, from, to: formatInstant(now).slice(0, 10) });
}
