import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleHomeRoute, consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import { daySpan } from '../../lib/day-span.ts';
import { factFilters } from './fact-kinds.ts';
import { factsQuery, latestFactsQuery } from './fact.queries.ts';

export const factsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'facts',
  validateSearch: factFilters,
  loaderDeps: ({ search: { kind, unpaid, from, to } }) => factFilters({ kind, unpaid, from, to }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps }) => {
    // Which instants days are is known to the screen.
    if (deps.from === undefined && deps.to === undefined) void context.client.prefetchInfiniteQuery(factsQuery(deps));
  },
  component: lazyScreen('fact', () => import('./facts-screen.tsx'), 'FactsScreen'),
});

/** A tab of a partner's page. */
export const partnerFactsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'facts',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(factsQuery({ partnerId: params.partnerId })),
  component: lazyScreen('fact', () => import('./partner-facts.tsx'), 'PartnerFacts'),
});

/** Below what waits and how it goes, on the first screen of the company. */
export const liveFactsRoute = createRoute({
  getParentRoute: () => consoleHomeRoute,
  path: '/',
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(latestFactsQuery),
  component: lazyScreen('fact', () => import('./live-facts.tsx'), 'LiveFacts'),
});

export const clicksRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'clicks',
  validateSearch: ({ from, to, click }: Record<string, unknown>) => ({
    ...daySpan({ from, to }),
    ...(typeof click === 'string' ? { click } : {}),
  }),
  component: lazyScreen('fact', () => import('./clicks-screen.tsx'), 'ClicksScreen'),
});
