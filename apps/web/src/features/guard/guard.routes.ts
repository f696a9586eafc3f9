import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

export const guardsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law',
  component: lazyScreen('guard', () => import('./guards-screen.tsx'), 'GuardsScreen'),
});

export const guardSetsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law/sets',
  component: lazyScreen('guard', () => import('./guard-sets-screen.tsx'), 'GuardSetsScreen'),
});

export const addGuardSetRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law/sets/new',
  staticData: { roles: ['owner', 'manager'] },
  component: lazyScreen('guard', () => import('./add-guard-set.tsx'), 'AddGuardSet'),
});

export const guardSetRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law/sets/$setId',
  component: lazyScreen('guard', () => import('./guard-set-screen.tsx'), 'GuardSetScreen'),
});
