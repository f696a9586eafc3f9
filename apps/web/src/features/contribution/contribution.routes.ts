import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import { openSearch, type OpenSearch } from './contribution-search.ts';
import { contributionFilters } from './contribution-filters.ts';
import { contributionsQuery, type ContributionFilters } from './contribution.queries.ts';

/** What all partners declared, to be decided by the company. */
export const companyContributionsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'contributions',
  validateSearch: (search: Record<string, unknown>): ContributionFilters & OpenSearch => ({
    ...contributionFilters(search),
    ...openSearch(search),
  }),
  loaderDeps: ({ search: { kind, state, partnerId, programId } }) => contributionFilters({ kind, state, partnerId, programId }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(contributionsQuery(deps)),
  component: lazyScreen('contribution', () => import('./contributions-screen.tsx'), 'ContributionsScreen'),
});

/** A tab of a partner's page. */
export const partnerContributionsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'contributions',
  validateSearch: openSearch,
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(contributionsQuery({ partnerId: params.partnerId })),
  component: lazyScreen('contribution', () => import('./partner-contributions.tsx'), 'PartnerContributions'),
});
