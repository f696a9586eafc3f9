import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, portalRoute } from '../../lib/routes.ts';

// Without loaders, and what an address means is known by the screens: this file is loaded with both shells.
const validateSearch = ({ open, state }: Record<string, unknown>): { open?: unknown; state?: unknown } => ({ open, state });

export const signaturesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'signatures',
  validateSearch,
  component: lazyScreen('signature', () => import('./signatures-screen.tsx'), 'SignaturesScreen'),
});

export const ownSignaturesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'signatures',
  validateSearch,
  component: lazyScreen('signature', () => import('./own-signatures.tsx'), 'OwnSignatures'),
});
