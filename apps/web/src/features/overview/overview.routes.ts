import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalHomeRoute } from '../../lib/routes.ts';

export const overview = portalHomeRoute.update({
  component: lazyScreen('overview', () => import('./overview-screen.tsx'), 'OverviewScreen'),
});
