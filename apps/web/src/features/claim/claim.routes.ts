import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, settingsRoute } from '../../lib/routes.ts';

/** What a list of claims is narrowed by, as an address says it. */
interface ClaimSearch {
  kind?: unknown;
  state?: unknown;
  partnerId?: unknown;
  programId?: unknown;
}

export const claimsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'claims',
  // What of it means something the screen knows: this file is loaded with the shell, and has to stay small.
  validateSearch: ({ kind, state, partnerId, programId }: Record<string, unknown>): ClaimSearch => ({
    kind,
    state,
    partnerId,
    programId,
  }),
  component: lazyScreen('claim', () => import('./claims-screen.tsx'), 'ClaimsScreen'),
});

export const claimRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'claims/$claimId',
  component: lazyScreen('claim', () => import('./claim-screen.tsx'), 'ClaimScreen'),
});

/** A part of the settings: the days to answer, and how they are kept. */
export const claimSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'claims',
  component: lazyScreen('claim', () => import('./claim-settings.tsx'), 'ClaimSettings'),
});
