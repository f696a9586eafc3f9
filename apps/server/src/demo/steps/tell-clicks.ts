import { trackingRoutes } from '@cordee/contract/tracking';
import { formatInstant } from '@cordee/core/time';
import { inParallel } from '../lanes.ts';
import { WIDTH, type Stage } from '../stage.ts';

/** The visits of ninety days, told by the company's own server; how many were repeats. */
export async function tellClicks({ keys, story, clickIds }: Stage): Promise<number> {
  let repeats = 0;
  await inParallel(story.clicks, WIDTH, async ({ ref, at, code, visitorId, subId, referrer }) => {
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
    if (flag === 'repeat') repeats += 1;
  });
  return repeats;
}
