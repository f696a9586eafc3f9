import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, programPageRoute } from '../../lib/routes.ts';
import { programsQuery } from './program.queries.ts';

export const programsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'programs',
  validateSearch: ({ create }: Record<string, unknown>): { create?: true } => (create === true ? { create } : {}),
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(programsQuery()),
  component: lazyScreen('program', () => import('./programs-screen.tsx'), 'ProgramsScreen'),
});

export const programPage = programPageRoute.update({
  component: lazyScreen('program', () => import('./program-page.tsx'), 'ProgramPage'),
});

/** The first tab of a program's page. */
export const programOverviewRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: '/',
  component: lazyScreen('program', () => import('./program-overview.tsx'), 'ProgramOverview'),
});

export const programSettingsRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: 'settings',
  component: lazyScreen('program', () => import('./program-settings.tsx'), 'ProgramSettings'),
});
