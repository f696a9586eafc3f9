import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, settingsRoute } from '../../lib/routes.ts';

// One file of screens for all: each that is named alone is told to its shell before the first screen is shown.
const screens = () => import('./charter-screens.ts');

/** A tab of a partner's page. */
export const partnerCharterRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'charter',
  component: lazyScreen('charter', screens, 'PartnerCharter'),
});

/** A part of the settings. */
export const charterSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'charters',
  staticData: { roles: ['owner', 'manager'] },
  component: lazyScreen('charter', screens, 'CharterSettings'),
});
