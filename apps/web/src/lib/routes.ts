import type { Role } from '@cordee/contract/route';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { asProblem } from './api/problem.ts';
import { queryOf } from './api/queries.ts';
import { embed } from './embed.ts';
import { chosenMembership } from './membership-choice.ts';
import { arriveIn } from './membership.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who sees the screen; everybody of its shell when absent. The server refuses the others on its own. */
    roles?: readonly Role[];
  }
}

interface RouterContext {
  readonly client: QueryClient;
}

/** The fact whose why is told beside the screen; any screen of a shell can open it. */
interface WhySearch {
  why?: string;
}

/** Days of the period that ends today. */
export const homePeriods = [7, 30, 90] as const;
type HomePeriod = (typeof homePeriods)[number];
interface HomeSearch {
  days?: HomePeriod;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({});

/** Screens of the company. Their components are given by app/. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/console',
  validateSearch: whySearch,
  beforeLoad: async ({ context, location }) => {
    const membership = await arrive(context.client, location.href);
    if (membership?.role === 'partner') throw redirect({ to: '/portal' });
  },
});

/** The first screen of the company: what waits and how it goes come from the feature `home`, what follows from the feature it shows. */
export const consoleHomeRoute = createRoute({
  getParentRoute: () => consoleRoute,
  id: 'home',
  validateSearch: ({ days }: Record<string, unknown>): HomeSearch => (isHomePeriod(days) ? { days } : {}),
  loaderDeps: ({ search: { days } }) => ({ days }),
  loader: ({ context, deps: { days = 30 } }) => void context.client.prefetchQuery(queryOf('getHome', { query: { days } })),
});

/** The settings of the workspace and of oneself: its head and tabs come from the feature `settings`, each part from the feature it sets. */
export const settingsRoute = createRoute({ getParentRoute: () => consoleRoute, path: 'settings' });

/** A partner's page: its head and tabs come from the feature `partner`, each tab from the feature it shows. */
export const partnerPageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'partners/$partnerId',
  // Not awaited, here and elsewhere: a screen shows its frame while the answers come.
  loader: ({ context, params }) => {
    const input = { params: { id: params.partnerId } };
    void context.client.prefetchQuery(queryOf('getPartner', input));
    void context.client.prefetchQuery(queryOf('getBalance', input));
  },
});

/** A program's page: its head, overview and settings come from the feature `program`, its other tabs from `plan` and `enrollment`. */
export const programPageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'programs/$programId',
  loader: ({ context, params }) => void context.client.prefetchQuery(queryOf('getProgram', { params: { id: params.programId } })),
});

/** Screens of a partner. */
export const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal',
  validateSearch: whySearch,
  beforeLoad: async ({ context, location }) => {
    const membership = await arrive(context.client, location.href);
    if (membership !== null && membership.role !== 'partner') throw redirect({ to: '/console' });
  },
});

/** The first screen of a partner: its figures come from the feature `overview`, what follows from the feature it shows. */
export const portalHomeRoute = createRoute({
  getParentRoute: () => portalRoute,
  id: 'home',
  loader: ({ context }) => {
    const id = chosenMembership()?.partnerId;
    if (id !== null && id !== undefined) void context.client.prefetchQuery(queryOf('getBalance', { params: { id } }));
  },
});

function whySearch(search: Record<string, unknown>): WhySearch {
  return typeof search['why'] === 'string' ? { why: search['why'] } : {};
}

/** Where whoever is not known is led: to the sign-in, or in a frame to be told that its time is over. */
export function toTheDoor(next?: string) {
  if (embed() !== null) return redirect({ to: '/over' });
  return redirect({ to: '/sign-in', ...(next === undefined ? {} : { search: { next } }) });
}

function isHomePeriod(value: unknown): value is HomePeriod {
  return (homePeriods as readonly unknown[]).includes(value);
}

async function arrive(client: QueryClient, next: string) {
  try {
    return await arriveIn(client);
  } catch (error) {
    if (asProblem(error).code === 'unauthenticated') throw toTheDoor(next);
    throw error;
  }
}
