import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { broughtFilters, factFilters } from './fact-kinds.ts';
import { factsQuery } from './fact.queries.ts';

/** What a partner brought; the server shows it only its own. */
export const contributionsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'contributions',
  validateSearch: factFilters,
  loaderDeps: ({ search: { kind, unpaid, from, to } }) => broughtFilters({ kind, unpaid, from, to }),
  loader: ({ context, deps }) => {
    // Which instants days are is known to the screen.
    if (deps.from === undefined && deps.to === undefined) void context.client.prefetchInfiniteQuery(factsQuery(deps));
  },
  component: lazyScreen('fact', () => import('./contributions-screen.tsx'), 'ContributionsScreen'),
});
