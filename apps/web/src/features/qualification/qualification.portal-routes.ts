import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

export const ownQualificationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'qualifications',
  component: lazyScreen('qualification', () => import('./portal-qualifications.tsx'), 'PortalQualifications'),
});

export const ownQualificationRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'qualifications/$qualificationId',
  component: lazyScreen('qualification', () => import('./portal-qualification.tsx'), 'PortalQualification'),
});
