import { createRoute } from '@tanstack/react-router';
import type { Role } from '@cordee/contract/route';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { settingsRoute } from '../../lib/routes.ts';
import { eventState } from './event-words.ts';
import { connectionsQuery, eventsQuery, importsQuery } from './ingestion.queries.ts';

const managers: readonly Role[] = ['owner', 'manager'];

export const connectionsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'connections',
  staticData: { roles: managers },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(connectionsQuery),
  component: lazyScreen('ingestion', () => import('./connections-screen.tsx'), 'ConnectionsScreen'),
});

export const connectionRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'connections/$connectionId',
  staticData: { roles: managers },
  validateSearch: eventState,
  loaderDeps: ({ search: { state } }) => ({ state }),
  loader: ({ context, params, deps: { state } }) =>
    void context.client.prefetchInfiniteQuery(eventsQuery(params.connectionId, state)),
  component: lazyScreen('ingestion', () => import('./connection-page.tsx'), 'ConnectionPage'),
});

export const importsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'imports',
  staticData: { roles: managers },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(importsQuery),
  component: lazyScreen('ingestion', () => import('./imports-screen.tsx'), 'ImportsScreen'),
});
