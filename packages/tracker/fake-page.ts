import { createContext, runInContext } from 'node:vm';

interface Call {
  url: string;
  method: string;
  credentials: string;
  keepalive: boolean;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

export interface Reply {
  status: number;
  body: unknown;
}

export interface PageSettings {
  url?: string;
  src?: string;
  /** Attributes of the script element, as in `dataset`. */
  dataset?: Record<string, string>;
  /** The browser's cookies, shared between pages that are given the same jar. */
  jar?: Map<string, string>;
  referrer?: string;
  globalPrivacyControl?: boolean;
  /** 0 for a navigation, 1 for a reload, 2 for back or forward. */
  navigationType?: number;
  /** Calls made on the stub before the script arrives. */
  queue?: unknown[][];
  reply?: (call: Call) => Reply | Promise<Reply>;
  /** Makes every access to `document.cookie` throw, as in a sandboxed frame. */
  cookiesForbidden?: boolean;
  secureContext?: boolean;
}

interface Tracker {
  (command: string, input?: unknown): Promise<unknown>;
  fields: () => Record<string, string>;
}

type Listener = (event: unknown) => void;

/** A page with just enough of a browser to run the built script, that records whatever the script touches. */
export interface FakePage {
  cordee: Tracker;
  calls: Call[];
  jar: Map<string, string>;
  /** Every read or write of cookies, storage or network, in order. */
  accesses: string[];
  lastCookie: () => string;
  pushState: (url: string) => void;
  replaceState: (url: string) => void;
  back: (url: string) => void;
  clickLink: (href: string, marked?: boolean, button?: 'click' | 'auxclick') => string;
  clickNothing: () => void;
  submit: (marked?: boolean) => Record<string, unknown>;
  dispatch: (type: string, event: unknown) => void;
}

function defaultReply(call: Call): Reply {
  return call.url.endsWith('/click')
    ? { status: 201, body: { clickId: 'clk_1', visitorId: 'vis_1', repeated: false } }
    : { status: 201, body: { factId: 'fct_1' } };
}

/** Lets every promise of the page that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function fakeCookies(settings: PageSettings, accesses: string[], jar: Map<string, string>) {
  let last = '';
  return {
    last: () => last,
    read(): string {
      accesses.push('cookie read');
      if (settings.cookiesForbidden) throw new Error('SecurityError');
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    write(line: string): void {
      accesses.push('cookie write');
      if (settings.cookiesForbidden) throw new Error('SecurityError');
      last = line;
      const [pair = '', ...attributes] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((attribute) => attribute.trim() === 'max-age=0')) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    },
  };
}

function fakeFetch(settings: PageSettings, accesses: string[], calls: Call[]) {
  return async (url: URL, init: Record<string, unknown>) => {
    accesses.push('fetch');
    const call: Call = {
      url: String(url),
      method: String(init['method']),
      credentials: String(init['credentials']),
      keepalive: init['keepalive'] === true,
      headers: { ...(init['headers'] as Record<string, string>) },
      body: JSON.parse(String(init['body'])) as Record<string, unknown>,
    };
    calls.push(call);
    const { status, body } = await (settings.reply ?? defaultReply)(call);
    return { ok: status < 400, status, json: () => Promise.resolve(body) };
  };
}

function fakeElement(kind: 'a[href]' | 'form', marked: boolean, url: URL) {
  const matches = (selector: string): boolean => selector === kind || (selector === '[data-cordee]' && marked);
  const element = {
    closest: (selector: string): unknown => (matches(selector) ? element : null),
    matches,
    ...(kind === 'form' ? {} : { host: url.host }),
    get search(): unknown {
      return url.search;
    },
    set search(value: unknown) {
      url.search = String(value);
    },
  };
  return element;
}

/** Where the page is: its address moves, the objects that show it stay. */
function fakeAddress(start: string) {
  let here = new URL(start);
  const go = (url: string): void => {
    here = new URL(url, here);
  };
  return {
    go,
    resolve: (url: string) => new URL(url, here),
    location: {
      get href(): string {
        return here.href;
      },
      get search(): string {
        return here.search;
      },
      get host(): string {
        return here.host;
      },
    },
    history: {
      pushState: (_state: unknown, _title: string, url: string) => go(url),
      replaceState: (_state: unknown, _title: string, url: string) => go(url),
    },
  };
}

function fakeDocument(settings: PageSettings, cookies: ReturnType<typeof fakeCookies>) {
  return {
    currentScript: {
      src: settings.src ?? 'https://partners.example.net/t.js',
      dataset: { key: 'pk_test', ...settings.dataset },
    },
    referrer: settings.referrer ?? '',
    get cookie(): string {
      return cookies.read();
    },
    set cookie(line: string) {
      cookies.write(line);
    },
  };
}

function trapStorage(window: object, accesses: string[]): void {
  for (const storage of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, storage, {
      get() {
        accesses.push(storage);
        return {};
      },
    });
  }
}

/** Opens a page of the company's site on which `code` is the tracking script. */
export function openPage(code: string, settings: PageSettings = {}): FakePage {
  const accesses: string[] = [];
  const calls: Call[] = [];
  const jar = settings.jar ?? new Map<string, string>();
  const listeners = new Map<string, Listener[]>();
  const cookies = fakeCookies(settings, accesses, jar);
  const { go, resolve, location, history } = fakeAddress(settings.url ?? 'https://www.example.com/');
  const dispatch = (type: string, event: unknown): void => listeners.get(type)?.forEach((listener) => listener(event));

  const globals: Record<string, unknown> = {
    document: fakeDocument(settings, cookies),
    location,
    history,
    navigator: { globalPrivacyControl: settings.globalPrivacyControl ?? false },
    performance: { navigation: { type: settings.navigationType ?? 0 } },
    crypto: settings.secureContext === false ? {} : { randomUUID: () => '7b0c3c1e-5a0f-4c8e-9d55-0d4e1f0a2b3c' },
    fetch: fakeFetch(settings, accesses, calls),
    addEventListener: (type: string, listener: Listener) => listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    URL,
    URLSearchParams,
    cordee: settings.queue ? { q: settings.queue } : undefined,
  };
  globals['window'] = globals;
  trapStorage(globals, accesses);
  runInContext(code, createContext(globals));

  return {
    cordee: globals['cordee'] as Tracker,
    calls,
    jar,
    accesses,
    lastCookie: cookies.last,
    pushState: (url) => history.pushState(null, '', url),
    replaceState: (url) => history.replaceState(null, '', url),
    back(url) {
      go(url);
      dispatch('popstate', { type: 'popstate', target: globals });
    },
    clickLink(href, marked = false, button = 'click') {
      const url = resolve(href);
      dispatch(button, { type: button, target: fakeElement('a[href]', marked, url) });
      return url.href;
    },
    clickNothing: () => dispatch('click', { type: 'click', target: { closest: () => null } }),
    submit(marked = true) {
      const formData = new FormData();
      formData.set('email', 'ada@example.org');
      dispatch('formdata', { type: 'formdata', formData, target: fakeElement('form', marked, resolve('/submit')) });
      return Object.fromEntries(formData);
    },
    dispatch,
  };
}
