import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

export const guardsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law',
  component: lazyScreen('guard', () => import('./guards-screen.tsx'), 'GuardsScreen'),
});
