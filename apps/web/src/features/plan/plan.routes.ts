import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, programPageRoute } from '../../lib/routes.ts';
import { planQuery, plansQuery } from './plan.queries.ts';

/** A tab of a program's page. */
export const programPlansRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: 'plans',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(plansQuery(params.programId)),
  component: lazyScreen('plan', () => import('./program-plans.tsx'), 'ProgramPlans'),
});

const planPageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'plans/$planId',
  loader: ({ context, params }) => void context.client.prefetchQuery(planQuery(params.planId)),
  component: lazyScreen('plan', () => import('./plan-page.tsx'), 'PlanPage'),
});

const clausesRoute = createRoute({
  getParentRoute: () => planPageRoute,
  path: '/',
  validateSearch: ({ version }: Record<string, unknown>): { version?: number } =>
    typeof version === 'number' ? { version } : {},
  component: lazyScreen('plan', () => import('./plan-clauses.tsx'), 'PlanClauses'),
});

const editRoute = createRoute({
  getParentRoute: () => planPageRoute,
  path: 'edit',
  component: lazyScreen('plan', () => import('./editor/plan-editor.tsx'), 'PlanEditor'),
});

const publicationRoute = createRoute({
  getParentRoute: () => planPageRoute,
  path: 'publication',
  component: lazyScreen('plan', () => import('./plan-publication.tsx'), 'PlanPublication'),
});

const simulationRoute = createRoute({
  getParentRoute: () => planPageRoute,
  path: 'simulation',
  validateSearch: ({ run }: Record<string, unknown>): { run?: string } => (typeof run === 'string' ? { run } : {}),
  component: lazyScreen('plan', () => import('./plan-simulation.tsx'), 'PlanSimulation'),
});

const versionsRoute = createRoute({
  getParentRoute: () => planPageRoute,
  path: 'versions',
  validateSearch: ({ from, to }: Record<string, unknown>): { from?: number; to?: number } => ({
    ...(typeof from === 'number' ? { from } : {}),
    ...(typeof to === 'number' ? { to } : {}),
  }),
  component: lazyScreen('plan', () => import('./plan-history.tsx'), 'PlanHistory'),
});

export const planPage = planPageRoute.addChildren([clausesRoute, editRoute, simulationRoute, publicationRoute, versionsRoute]);
