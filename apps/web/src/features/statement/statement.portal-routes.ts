import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { statementSearch } from './statement-search.ts';

export const statementRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'statement',
  validateSearch: statementSearch,
  component: lazyScreen('statement', () => import('./statement-screen.tsx'), 'StatementScreen'),
});
