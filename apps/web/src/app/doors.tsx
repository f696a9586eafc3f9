import { createRoute, redirect } from '@tanstack/react-router';
import { invitationRoute, setupRoute, signedOnRoute, signInRoute } from '../features/identity/identity.routes.ts';
import { asProblem } from '../lib/api/problem.ts';
import { arriveIn, homeOf } from '../lib/membership.ts';
import { rootRoute, toTheDoor } from '../lib/routes.ts';
import { EmbedOver } from './embed-over.tsx';
import { NoWorkspace } from './no-workspace.tsx';

/** `/`: to the sign-in, the console or the portal. */
const arrivalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const membership = await arriveIn(context.client).catch((error: unknown) => {
      if (asProblem(error).code === 'unauthenticated') throw toTheDoor();
      throw error;
    });
    if (membership !== null) throw redirect({ to: homeOf(membership.role) });
  },
  component: NoWorkspace,
});

/** In a frame of the company's application, after its time. */
const overRoute = createRoute({ getParentRoute: () => rootRoute, path: '/over', component: EmbedOver });

/** Screens of nobody in particular: there whichever shell was loaded. */
export const doors = [arrivalRoute, signInRoute, signedOnRoute, setupRoute, invitationRoute, overRoute] as const;
