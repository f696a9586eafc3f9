import { trackingRoutes } from '@cordee/contract/tracking';
import type { Api } from '../../platform/http/index.ts';
import type { Tracking } from './open-tracking.ts';
import { clickSeries } from './queries/click-series.ts';
import { listClicks } from './queries/list-clicks.ts';
import { purgeClicks } from './verbs/purge-clicks.ts';
import { trackClick } from './verbs/track-click.ts';

/** Serves the routes of clicks. `/r/…` and `/t.js` are not among them: they are `tracking.fastPath`. */
export function serveTracking(api: Pick<Api, 'on' | 'metrics'>, tracking: Pick<Tracking, 'desk' | 'registerMetrics'>): void {
  tracking.registerMetrics(api.metrics.registry);
  api.on(trackingRoutes.trackClick, (context, { body, address, headers }) =>
    trackClick(tracking.desk, context, body, { address, userAgent: headers['user-agent'] ?? '' }),
  );
  api.on(trackingRoutes.listClicks, (context, { query }) => listClicks(context, query));
  api.on(trackingRoutes.clickSeries, (context, { query }) => clickSeries(context, query));
  api.on(trackingRoutes.purgeClicks, (context, { body }) => purgeClicks(context, body));
}
