import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

// Few routes, without loaders, and what they say is read by the screens: all of it is of the first load of the console.

/** Texts and numbers of the address, as they came. */
interface BooksSearch {
  file?: string;
  from?: string;
  search?: string;
  year?: number;
  who?: string;
}
const validateSearch = (search: Record<string, unknown>): BooksSearch => search;
const component = lazyScreen('accounting', () => import('./books-page.tsx'), 'BooksPage');

/** The books of the company: files of entries. */
export const booksRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'books',
  validateSearch,
  component,
});

/** Its other parts: accounts, partners, company, the yearly declaration. */
export const booksPartRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'books/$part',
  validateSearch,
  component,
});
