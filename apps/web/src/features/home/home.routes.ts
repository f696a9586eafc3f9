import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleHomeRoute } from '../../lib/routes.ts';

export const home = consoleHomeRoute.update({
  component: lazyScreen('home', () => import('./home-screen.tsx'), 'HomeScreen'),
});
