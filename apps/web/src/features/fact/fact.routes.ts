import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';
import { factFilters } from './fact-kinds.ts';
import { factsQuery } from './fact.queries.ts';

export const factsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'facts',
  validateSearch: factFilters,
  loaderDeps: ({ search: { kind, unpaid } }) => factFilters({ kind, unpaid }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(factsQuery(deps)),
  component: lazyScreen('fact', () => import('./facts-screen.tsx'), 'FactsScreen'),
});

/** A tab of a partner's page. */
export const partnerFactsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'facts',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(factsQuery({ partnerId: params.partnerId })),
  component: lazyScreen('fact', () => import('./partner-facts.tsx'), 'PartnerFacts'),
});

/** What a partner brought; the server shows it only its own. */
export const contributionsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'contributions',
  validateSearch: factFilters,
  loaderDeps: ({ search: { kind, unpaid } }) => factFilters({ kind, unpaid }),
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(factsQuery(deps)),
  component: lazyScreen('fact', () => import('./contributions-screen.tsx'), 'ContributionsScreen'),
});
