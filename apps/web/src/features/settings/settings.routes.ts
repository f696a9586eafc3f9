import { createRoute, redirect } from '@tanstack/react-router';
import type { Role } from '@cordee/contract/route';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { settingsRoute } from '../../lib/routes.ts';
import { auditFilters } from './audit-filters.ts';
import {
  auditQuery,
  exportsQuery,
  keysQuery,
  membersQuery,
  sealKeysQuery,
  signOnQuery,
  workspaceQuery,
} from './settings.queries.ts';

const owners: readonly Role[] = ['owner'];

export const settings = settingsRoute.update({
  component: lazyScreen('settings', () => import('./settings-frame.tsx'), 'SettingsFrame'),
});

/** `/console/settings`: the first part one may see. */
export const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: chosenMembership()?.role === 'owner' ? '/console/settings/general' : '/console/settings/sign-in' });
  },
});

export const generalRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'general',
  staticData: { roles: owners },
  loader: ({ context }) => void context.client.prefetchQuery(workspaceQuery),
  component: lazyScreen('settings', () => import('./general-settings.tsx'), 'GeneralSettings'),
});

/** Who the company is: everybody of it reads, owners and finance write. */
export const companyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'company',
  component: lazyScreen('settings', () => import('./company-settings.tsx'), 'CompanySettings'),
});

export const membersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'people',
  staticData: { roles: owners },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(membersQuery),
  component: lazyScreen('settings', () => import('./people-settings.tsx'), 'PeopleSettings'),
});

/** How the company's people sign in: its identity provider. */
export const signOnRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'sign-on',
  staticData: { roles: owners },
  loader: ({ context }) => void context.client.prefetchQuery(signOnQuery),
  component: lazyScreen('settings', () => import('./sign-on-settings.tsx'), 'SignOnSettings'),
});

/** How oneself signs in: for everybody. */
export const ownSignInRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'sign-in',
  component: lazyScreen('settings', () => import('./sign-in-settings.tsx'), 'SignInSettings'),
});

export const keysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'keys',
  staticData: { roles: owners },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(keysQuery),
  component: lazyScreen('settings', () => import('./keys-settings.tsx'), 'KeysSettings'),
});

/** For all of the company, who may have to verify a document; owners renew. */
export const sealRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'seal',
  loader: ({ context }) => void context.client.prefetchQuery(sealKeysQuery),
  component: lazyScreen('settings', () => import('./seal-settings.tsx'), 'SealSettings'),
});

export const dataRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'data',
  staticData: { roles: owners },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(exportsQuery),
  component: lazyScreen('settings', () => import('./data-settings.tsx'), 'DataSettings'),
});

export const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'audit',
  staticData: { roles: owners },
  validateSearch: auditFilters,
  loaderDeps: ({ search: { action, subject } }) => auditFilters({ action, subject }),
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(auditQuery(deps)),
  component: lazyScreen('settings', () => import('./audit-settings.tsx'), 'AuditSettings'),
});
