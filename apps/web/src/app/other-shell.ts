import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../lib/routes.ts';

/** Addresses of the shell that was not loaded: the document is loaded anew there, and brings it along. */
export function otherShell(path: '/console' | '/portal') {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: `${path}/$`,
    beforeLoad: async ({ location, preload }) => {
      if (preload) return;
      window.location.replace(location.href);
      // Nothing is shown until the browser has left.
      await new Promise(() => undefined);
    },
  });
}
