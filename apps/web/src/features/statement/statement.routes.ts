import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute } from '../../lib/routes.ts';

/** Its days are read by the screen: what they need of the calendar is not of the first load. */
interface StatementSearch {
  from?: string;
  to?: string;
}

const statementSearch = ({ from, to }: Record<string, unknown>): StatementSearch =>
  typeof from === 'string' && typeof to === 'string' ? { from, to } : {};

export const statementRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'statement',
  validateSearch: statementSearch,
  component: lazyScreen('statement', () => import('./statement-screen.tsx'), 'StatementScreen'),
});

/** A tab of a partner's page. */
export const partnerStatementRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'statement',
  validateSearch: statementSearch,
  component: lazyScreen('statement', () => import('./partner-statement.tsx'), 'PartnerStatement'),
});
