export { type Tracking, type TrackingOptions, openTracking } from './open-tracking.ts';
export { clickSeries } from './queries/click-series.ts';
export { type ClickTraces, type ResolvedTouches, resolveClicks } from './queries/resolve-clicks.ts';
export { type TrackingJob, trackingJobs } from './tracking.jobs.ts';
export { serveTracking } from './tracking.routes.ts';
export { destroyOldSalts } from './verbs/destroy-old-salts.ts';
export { purgeClicks } from './verbs/purge-clicks.ts';
export { rollUpClicks } from './verbs/roll-up-clicks.ts';
export { movePaidCursor, nextPaidClicks, type PaidClick } from './paid-clicks.store.ts';
