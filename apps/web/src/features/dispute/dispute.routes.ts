import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute, settingsRoute } from '../../lib/routes.ts';

/** What a list is narrowed by, and what a dispute is about to be opened on. */
interface DisputeSearch {
  state?: unknown;
  about?: unknown;
}

// Without loaders, and what an address means is known by the screens: this file is loaded with both shells.
const validateSearch = ({ state, about }: Record<string, unknown>): DisputeSearch => ({ state, about });

export const disputesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'disputes',
  validateSearch,
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
  validateSearch,
  component: lazyScreen('dispute', () => import('./partner-disputes.tsx'), 'PartnerDisputes'),
});

/** A part of the settings: the ladder disputes climb without a charter. */
export const ladderSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'disputes',
  component: lazyScreen('dispute', () => import('./ladder-settings.tsx'), 'LadderSettings'),
});

export const ownDisputesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'disputes',
  validateSearch,
  component: lazyScreen('dispute', () => import('./own-disputes.tsx'), 'OwnDisputes'),
});

export const ownDisputeRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'disputes/$disputeId',
  component: lazyScreen('dispute', () => import('./own-dispute.tsx'), 'OwnDispute'),
});
