import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** The contribution whose details stand beside the list, or `new`. */
interface DeclaredSearch {
  open?: string;
}

export const declaredRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'declared',
  validateSearch: ({ open }: Record<string, unknown>): DeclaredSearch => (typeof open === 'string' ? { open } : {}),
  component: lazyScreen('contribution', () => import('./declared-screen.tsx'), 'DeclaredScreen'),
});
