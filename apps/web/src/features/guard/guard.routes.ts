import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

export const guardsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'law',
  // `sets` of the address is read by the screen: this file is loaded with the console, and each line of it weighs.
  component: lazyScreen('guard', () => import('./law-screen.tsx'), 'LawScreen'),
});
