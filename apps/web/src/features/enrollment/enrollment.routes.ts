import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { programPageRoute } from '../../lib/routes.ts';
import { couponsQuery, enrollmentsQuery, linksQuery } from './enrollment.queries.ts';

/** Tabs of a program's page. */
export const programEnrollmentsRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: 'enrollments',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(enrollmentsQuery(params.programId)),
  component: lazyScreen('enrollment', () => import('./program-enrollments.tsx'), 'ProgramEnrollments'),
});

export const programLinksRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: 'links',
  loader: ({ context, params }) => {
    void context.client.prefetchInfiniteQuery(linksQuery(params.programId));
    void context.client.prefetchInfiniteQuery(couponsQuery(params.programId));
  },
  component: lazyScreen('enrollment', () => import('./program-links.tsx'), 'ProgramLinks'),
});
