import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, settingsRoute } from '../../lib/routes.ts';
import { disputeSearch } from './dispute-search.ts';

export const disputesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'disputes',
  validateSearch: disputeSearch,
  component: lazyScreen('dispute', () => import('./disputes-screen.tsx'), 'DisputesScreen'),
});

export const disputeRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'disputes/$disputeId',
  component: lazyScreen('dispute', () => import('./dispute-screen.tsx'), 'DisputeScreen'),
});

/** A tab of a partner's page. */
export const partnerDisputesRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'disputes',
  validateSearch: disputeSearch,
  component: lazyScreen('dispute', () => import('./partner-disputes.tsx'), 'PartnerDisputes'),
});

/** A part of the settings: the ladder disputes climb without a charter. */
export const ladderSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'disputes',
  component: lazyScreen('dispute', () => import('./ladder-settings.tsx'), 'LadderSettings'),
});
