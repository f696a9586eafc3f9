import type { QueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import type { PartnerSearch } from './partner-filters.ts';
import { notesQuery, partnersQuery } from './partner.queries.ts';
import { timelineSearch } from './timeline-search.ts';

async function prefetch(client: QueryClient, search: PartnerSearch): Promise<void> {
  const { partnerFilters } = await import('./partner-filters.ts');
  await client.prefetchInfiniteQuery(partnersQuery(partnerFilters({ ...search })));
}

export const partnersRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'partners',
  // Looked at by the screen: what knows the filters is not on anybody's first load.
  validateSearch: (address: Record<string, unknown>): PartnerSearch => address,
  loaderDeps: ({ search }) => ({ search }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps: { search } }) => {
    if (search.view !== 'board') void prefetch(context.client, search);
  },
  component: lazyScreen('partner', () => import('./partners-screen.tsx'), 'PartnersScreen'),
});

export const partnerPage = partnerPageRoute.update({
  component: lazyScreen('partner', () => import('./partner-page.tsx'), 'PartnerPage'),
});

/** A tab of a partner's page; which part of it is read by the screen, that knows the words. */
export const partnerTimelineRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'timeline',
  validateSearch: timelineSearch,
  component: lazyScreen('partner', () => import('./partner-timeline.tsx'), 'PartnerTimeline'),
});

/** A tab of a partner's page. */
export const partnerNotesRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'notes',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(notesQuery(params.partnerId)),
  component: lazyScreen('partner', () => import('./partner-notes.tsx'), 'PartnerNotes'),
});
