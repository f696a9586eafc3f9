import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute } from '../../lib/routes.ts';
import { statementSearch } from './statement-search.ts';

/** A tab of a partner's page. */
export const partnerStatementRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'statement',
  validateSearch: statementSearch,
  component: lazyScreen('statement', () => import('./partner-statement.tsx'), 'PartnerStatement'),
});
