import { afterEach, vi } from 'vitest';
import { cleanup } from '@testing-library/react';
import './language.ts';

// What jsdom has not: media queries, observers, scrolling.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
vi.stubGlobal('scrollTo', () => undefined);
// Without a height every row of a long list would be in sight.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 41 });
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
