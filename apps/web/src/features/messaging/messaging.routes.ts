import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { settingsRoute } from '../../lib/routes.ts';
import { mailSearch } from './mail-words.ts';
import { mailsQuery } from './messaging.queries.ts';

export const mailsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'mails',
  staticData: { roles: ['owner', 'manager'] },
  validateSearch: mailSearch,
  loaderDeps: ({ search: { state } }) => ({ state }),
  loader: ({ context, deps: { state } }) => void context.client.prefetchInfiniteQuery(mailsQuery(state)),
  component: lazyScreen('messaging', () => import('./mails-screen.tsx'), 'MailsScreen'),
});
