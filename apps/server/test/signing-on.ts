import { TEST_ORIGIN, type Answer, type TestApp } from './app.ts';

/** A browser that signs on: keeps the cookies of both sides, follows where it is sent, and stops at a screen of ours. */
export interface Browser {
  /** The address of ours it was sent to last, with what the server said. */
  readonly go: (address: string) => Promise<{ readonly address: string; readonly answer: Answer | null }>;
  /** The cookies of our side. */
  readonly cookie: () => string;
  /** The address the provider sent it back to last. */
  readonly cameBack: () => string;
}

const SCREENS = /^\/(?:sign-in|signed-on)(?:\?|$)/;

export function openBrowser(app: TestApp): Browser {
  const jars = new Map<string, Map<string, string>>();
  let cameBack = '';
  const jarOf = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const textOf = (origin: string) => [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
  const step = async (url: URL): Promise<{ location: string | null; answer: Answer | null }> => {
    const cookie = textOf(url.origin);
    const path = `${url.pathname}${url.search}`;
    if (url.origin === TEST_ORIGIN) {
      if (url.pathname.includes('/callback/')) cameBack = path;
      const answer = await app.call('GET', path, { headers: { cookie } });
      keep(jarOf(url.origin), [answer.headers['set-cookie'] ?? []].flat() as string[]);
      const { location } = answer.headers;
      return { location: typeof location === 'string' ? location : null, answer };
    }
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    keep(jarOf(url.origin), response.headers.getSetCookie());
    return { location: response.headers.get('location'), answer: null };
  };
  return {
    cookie: () => textOf(TEST_ORIGIN),
    cameBack: () => cameBack,
    async go(address) {
      let url = new URL(address, TEST_ORIGIN);
      for (let steps = 0; steps < 12; steps += 1) {
        if (url.origin === TEST_ORIGIN && SCREENS.test(`${url.pathname}${url.search}`)) {
          return { address: `${url.pathname}${url.search}`, answer: null };
        }
        const { location, answer } = await step(url);
        if (location === null) return { address: `${url.pathname}${url.search}`, answer };
        url = new URL(location, url);
      }
      throw new Error(`the browser is sent around: ${url.href}`);
    },
  };
}

function keep(jar: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const isOver = attributes.some((text) => /^\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(text));
    if (isOver) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
