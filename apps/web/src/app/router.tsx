import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { onSignedOut } from '../lib/api/call.ts';
import { asProblem } from '../lib/api/problem.ts';
import { embed } from '../lib/embed.ts';
import { chosenMembership, chooseMembership } from '../lib/membership-choice.ts';
import { rootRoute } from '../lib/routes.ts';
import type { consoleScreens } from './console/console-routes.ts';
import { doors } from './doors.tsx';
import { Fault } from './fault.tsx';
import { NotFound } from './not-found.tsx';
import { otherShell } from './other-shell.ts';
import type { portalScreens } from './portal/portal-routes.ts';

/** Every address there is, for links: at run time one shell's are known, and those of the other load the document anew. */
type Whole = ReturnType<typeof rootRoute.addChildren<readonly [...typeof doors, typeof consoleScreens, typeof portalScreens]>>;

/** The shell somebody comes to: nobody loads the screens of the other side. */
async function screensOf(shell: 'console' | 'portal') {
  if (shell === 'portal') {
    const { portalScreens } = await import('./portal/portal-routes.ts');
    return rootRoute.addChildren([...doors, otherShell('/console'), portalScreens]);
  }
  const { consoleScreens } = await import('./console/console-routes.ts');
  return rootRoute.addChildren([...doors, consoleScreens, otherShell('/portal')]);
}

/** By the address, else by who was here last. */
function shellHere(): 'console' | 'portal' {
  const path = location.pathname.slice(embed()?.basePath.length ?? 0);
  if (path.startsWith('/portal') || embed() !== null) return 'portal';
  if (path.startsWith('/console')) return 'console';
  return chosenMembership()?.role === 'partner' ? 'portal' : 'console';
}

/** The addresses and the memory of what was read. */
export async function createScreens() {
  const tree = (await screensOf(shellHere())) as unknown as Whole;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The server may be on this machine or next door: whether the browser sees the rest of the world is no matter.
        networkMode: 'always',
        // A refusal stays one; only what did not arrive is asked again.
        retry: (failures, error) => failures < 2 && asProblem(error).code === 'unreachable',
      },
    },
  });
  const router = createRouter({
    routeTree: tree,
    context: { client },
    basepath: embed()?.basePath ?? '/',
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Fault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
  onSignedOut(() => {
    // What was shown before the time was over stays; what is asked for now says why it does not come.
    if (embed() !== null) return;
    chooseMembership(null);
    client.clear();
    const { pathname, href } = router.state.location;
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href } });
  });
  return { client, router };
}

export type Screens = Awaited<ReturnType<typeof createScreens>>;

declare module '@tanstack/react-router' {
  interface Register {
    router: Screens['router'];
  }
}
