import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute, settingsRoute } from '../../lib/routes.ts';

/** A tab of a partner's page. */
export const partnerCharterRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'charter',
  component: lazyScreen('charter', () => import('./partner-charter.tsx'), 'PartnerCharter'),
});

export const ownCharterRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'charter',
  component: lazyScreen('charter', () => import('./own-charter.tsx'), 'OwnCharter'),
});

/** A part of the settings. */
export const charterSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'charters',
  staticData: { roles: ['owner', 'manager'] },
  component: lazyScreen('charter', () => import('./charter-settings.tsx'), 'CharterSettings'),
});
