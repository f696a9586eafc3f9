import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** Its days are read by the screen: what they need of the calendar is not of the first load. */
interface StatementSearch {
  from?: string;
  to?: string;
}

export const statementRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'statement',
  validateSearch: ({ from, to }: Record<string, unknown>): StatementSearch =>
    typeof from === 'string' && typeof to === 'string' ? { from, to } : {},
  component: lazyScreen('statement', () => import('./statement-screen.tsx'), 'StatementScreen'),
});
