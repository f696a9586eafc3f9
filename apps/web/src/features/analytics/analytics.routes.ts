import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

/** The days are read by the screens: what they need of the calendar is not of the first load. */
interface AnalyticsSearch {
  from?: string;
  to?: string;
  programId?: string;
  metric?: string;
  split?: string;
  by?: string;
}

const NAMES = ['from', 'to', 'programId', 'metric', 'split', 'by'] as const;

const page = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'analytics',
  validateSearch: (search: Record<string, unknown>): AnalyticsSearch =>
    Object.fromEntries(NAMES.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  component: lazyScreen('analytics', () => import('./analytics-page.tsx'), 'AnalyticsPage'),
});

const seriesRoute = createRoute({
  getParentRoute: () => page,
  path: '/',
  component: lazyScreen('analytics', () => import('./series-screen.tsx'), 'SeriesScreen'),
});
const funnelRoute = createRoute({
  getParentRoute: () => page,
  path: 'funnel',
  component: lazyScreen('analytics', () => import('./funnel-screen.tsx'), 'FunnelScreen'),
});
const cohortsRoute = createRoute({
  getParentRoute: () => page,
  path: 'cohorts',
  component: lazyScreen('analytics', () => import('./cohorts-screen.tsx'), 'CohortsScreen'),
});
const modelsRoute = createRoute({
  getParentRoute: () => page,
  path: 'models',
  component: lazyScreen('analytics', () => import('./models-screen.tsx'), 'ModelsScreen'),
});
const trackingRoute = createRoute({
  getParentRoute: () => page,
  path: 'tracking',
  component: lazyScreen('analytics', () => import('./tracking-screen.tsx'), 'TrackingScreen'),
});

/** The analytics of the console: one scope, five ways to look. */
export const analyticsPage = page.addChildren([seriesRoute, funnelRoute, cohortsRoute, modelsRoute, trackingRoute]);
