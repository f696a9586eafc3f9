import { i18n } from '@lingui/core';
import { afterEach, vi } from 'vitest';
import { cleanup } from '@testing-library/react';

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
Element.prototype.scrollIntoView = () => undefined;

i18n.activate('en');
afterEach(cleanup);
