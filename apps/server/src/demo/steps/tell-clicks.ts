import { trackingRoutes } from '@cordee/contract/tracking';
import { formatInstant } from '@cordee/core/time';
import { inParallel } from '../lanes.ts';
import { WIDTH, type Stage } from '../stage.ts';
import type { Click } from '../story/story.ts';

/** The visits of ninety days, told by the company's own server, those of one visitor in order; how many were repeats. */
export async function tellClicks(stage: Stage): Promise<number> {
  let repeats = 0;
  const visitors = [...Map.groupBy(stage.story.clicks, ({ visitorId }) => visitorId).values()];
  await inParallel(visitors, WIDTH, async (visits) => {
    for (const visit of visits) if (await isRepeat(stage, visit)) repeats += 1;
  });
  return repeats;
}

async function isRepeat({ keys, clickIds }: Stage, visit: Click): Promise<boolean> {
  const { ref, at, code, visitorId, subId, referrer } = visit;
  const { clickId, flag } = await keys.backEnd.call(trackingRoutes.trackClick, {
    body: {
      code,
      visitorId,
      occurredAt: formatInstant(at),
      ...(subId === undefined ? {} : { subId }),
      ...(referrer === undefined ? {} : { referrer }),
    },
  });
  clickIds.set(ref, clickId);
  return flag === 'repeat';
}
