import { createServer, request, type RequestOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { RedirectEntry } from '../../program/index.ts';
import type { Waiter } from '../clicks/click-batch.ts';
import { createClickRecorder } from '../clicks/click-recorder.ts';
import type { ClickRow } from '../clicks/click-row.ts';
import { LinkMap, type SiteEntry } from '../links/link-map.ts';
import { Target } from '../links/target.ts';
import { createAddressHashes } from './address-hashes.ts';
import { createAgentReader } from './agent.ts';
import { Redirect, type RedirectOptions } from './redirect.ts';
import { trustsProxies } from './trusted-proxies.ts';

const WORKSPACE = '01890a5d-ac96-774b-bcce-b302099a8001';
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8002';
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

function site(entry: Partial<SiteEntry> = {}): SiteEntry {
  return {
    workspaceId: WORKSPACE,
    slug: 'acme',
    hosts: ['go.acme.example'],
    homePage: 'https://acme.example/partners',
    ...entry,
  };
}

function link(entry: Partial<RedirectEntry> = {}): RedirectEntry {
  return {
    workspaceId: WORKSPACE,
    workspaceSlug: 'acme',
    hosts: ['go.acme.example'],
    code: 'anna',
    linkId: '01890a5d-ac96-774b-bcce-b302099a8010',
    enrollmentId: '01890a5d-ac96-774b-bcce-b302099a8011',
    partnerId: '01890a5d-ac96-774b-bcce-b302099a8012',
    programId: '01890a5d-ac96-774b-bcce-b302099a8013',
    destination: 'https://acme.example/shop?lang=fr#top',
    clickParameter: 'cordee_click',
    cookie: 'never',
    cookieDays: 90,
    gpc: 'respect',
    subId: null,
    repeatMinutes: 60,
    programPage: 'https://acme.example/program',
    state: 'active',
    ...entry,
  };
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Desk {
  readonly rows: ClickRow[];
  readonly get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;
}

async function desk(
  links: readonly RedirectEntry[],
  changes: Partial<RedirectOptions> & { sites?: SiteEntry[]; add?: (row: ClickRow, waiter: Waiter) => boolean } = {},
): Promise<Desk> {
  const rows: ClickRow[] = [];
  const map = new LinkMap();
  for (const entry of changes.sites ?? [site()])
    map.put(
      entry,
      links.filter(({ workspaceId }) => workspaceId === entry.workspaceId),
    );
  const hashes = createAddressHashes();
  hashes.use('2026-11-23', Buffer.alloc(32, 7));
  const accept = (row: ClickRow, waiter: Waiter): boolean => {
    rows.push(row);
    waiter.committed();
    return true;
  };
  const redirect = new Redirect({
    links: map,
    recorder: createClickRecorder({ add: changes.add ?? accept }, hashes),
    readAgent: createAgentReader(),
    trusts: trustsProxies(['loopback']),
    now: () => 1_790_000_000_000,
    lookUp: () => null,
    ...changes,
  });
  const server = createServer((incoming, response) => {
    if (!redirect.handle(incoming, response)) response.writeHead(418).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    rows,
    get: (path, headers = {}, method = 'GET') => ask({ port, path, method, headers: { 'user-agent': CHROME, ...headers } }),
  };
}

/** Over node:http: `fetch` would not let a test choose the Host. */
function ask(options: RequestOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', ...options }, (answer) => {
      answer.resume();
      const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      resolve(new Response(null, { status: answer.statusCode ?? 0, headers }));
    });
    asking.once('error', reject).end();
  });
}

function location(response: Response): string {
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
}

describe('a living link', () => {
  it('keeps its own query and fragment, takes the visitor’s, and carries the click', async () => {
    const { get, rows } = await desk([link()]);
    const response = await get('/r/anna?utm=1&lang=en&cordee_click=mine');
    expect(location(response)).toBe(`https://acme.example/shop?lang=fr&utm=1&cordee_click=${rows[0]?.id.text}#top`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(rows[0]).toMatchObject({ path: 'redirect', visitorId: null, flag: null, agent: 'chrome linux', subId: null });
  });

  it.each(['/r/ANNA', '/r/anna.', '/r/%20anna%20', '/r/anna%3F', '/r/ann%C3%A1', '/r/anna/', '/r/ann'])(
    'forgives %s',
    async (path) => {
      const { get, rows } = await desk([link()]);
      expect(location(await get(path))).toContain('https://acme.example/shop?lang=fr&cordee_click=clk_');
      expect(rows).toHaveLength(1);
    },
  );

  it('never leads to another host, whatever the visitor adds', async () => {
    const { get } = await desk([link({ destination: 'https://acme.example' })]);
    for (const query of [
      '?url=https://evil.example',
      '?@evil.example',
      '?//evil.example',
      '?%0d%0aLocation:https://evil.example',
      '?#@evil.example',
    ]) {
      const { host } = new URL(location(await get(`/r/anna${query}`)));
      expect(host).toBe('acme.example');
    }
  });

  it('takes the sub-id from the query, else from the path, else from the link', async () => {
    const { get, rows } = await desk([link({ subId: 'fixed', repeatMinutes: 0 })]);
    await get('/r/anna/footer?sub=blog');
    await get('/r/anna/footer');
    await get('/r/acme/anna/newsletter');
    await get('/r/anna');
    expect(rows.map(({ subId }) => subId)).toEqual(['blog', 'footer', 'newsletter', 'fixed']);
  });

  it('keeps the host of the referrer only', async () => {
    const { get, rows } = await desk([link()]);
    await get('/r/anna', { referer: 'https://blog.example.org/post?reader=jane' });
    expect(rows[0]?.referrerHost).toBe('blog.example.org');
  });
});

describe('looking ahead', () => {
  it.each([
    ['GET', { 'sec-purpose': 'prefetch' }],
    ['GET', { purpose: 'prefetch' }],
    ['HEAD', {}],
  ])('%s %j is shown the way and recorded nowhere', async (method, headers) => {
    const { get, rows } = await desk([link({ cookie: 'set' })]);
    const response = await get('/r/anna?utm=1', headers, method);
    expect(location(response)).toBe('https://acme.example/shop?lang=fr&utm=1#top');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(rows).toHaveLength(0);
  });

  it('other methods are refused', async () => {
    const { get } = await desk([link()]);
    const response = await get('/r/anna', {}, 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the visitor cookie', () => {
  it('is set where the program says so, and read again', async () => {
    const { get, rows } = await desk([link({ cookie: 'set', repeatMinutes: 0 })]);
    const cookie = (await get('/r/anna')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^cordee_v=[0-9a-f-]{36}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/);
    await get('/r/anna', { cookie: cookie.split(';')[0] ?? '' });
    expect(rows.map(({ path }) => path)).toEqual(['cookie', 'cookie']);
    expect(rows[1]?.visitorId).toBe(rows[0]?.visitorId);
  });

  it('is neither set nor read where the program says never, or the visitor asks for privacy', async () => {
    const visitor = { cookie: 'cordee_v=01890a5d-ac96-774b-bcce-b302099a8099' };
    const never = await desk([link()]);
    expect((await never.get('/r/anna', visitor)).headers.get('set-cookie')).toBeNull();
    const asked = await desk([link({ cookie: 'set' })]);
    expect((await asked.get('/r/anna', { ...visitor, 'sec-gpc': '1' })).headers.get('set-cookie')).toBeNull();
    expect([never.rows[0]?.visitorId, asked.rows[0]?.visitorId, asked.rows[0]?.path]).toEqual([null, null, 'redirect']);
    const ignored = await desk([link({ cookie: 'set', gpc: 'ignore' })]);
    expect((await ignored.get('/r/anna', { 'sec-gpc': '1' })).headers.get('set-cookie')).not.toBeNull();
  });

  it('is Secure behind https, on the word of a trusted proxy only', async () => {
    const proxied = { 'x-forwarded-proto': 'https' };
    const trusted = await desk([link({ cookie: 'set' })]);
    expect((await trusted.get('/r/anna', proxied)).headers.get('set-cookie')).toMatch(/; Secure$/);
    const alone = await desk([link({ cookie: 'set' })], { trusts: () => false });
    expect((await alone.get('/r/anna', proxied)).headers.get('set-cookie')).not.toMatch(/Secure/);
  });
});

describe('flags', () => {
  it('robots are recorded as such, and are never repeats', async () => {
    const { get, rows } = await desk([link()]);
    const robot = { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' };
    expect(location(await get('/r/anna', robot))).toContain('cordee_click=');
    await get('/r/anna', robot);
    expect(rows.map(({ flag }) => flag)).toEqual(['bot', 'bot']);
  });

  it('the same visitor on the same link is a repeat, kept', async () => {
    const { get, rows } = await desk([link(), link({ code: 'bob', linkId: '01890a5d-ac96-774b-bcce-b302099a8020' })]);
    for (const path of ['/r/anna', '/r/anna', '/r/bob']) await get(path);
    await get('/r/anna', { 'x-forwarded-for': '203.0.113.9' });
    expect(rows.map(({ flag }) => flag)).toEqual([null, 'repeat', null, null]);
  });

  it('a new visitor is known by its cookie from the second click on', async () => {
    const { get, rows } = await desk([link({ cookie: 'set' })]);
    const cookie = (await get('/r/anna')).headers.get('set-cookie')?.split(';')[0] ?? '';
    await get('/r/anna', { cookie, 'x-forwarded-for': '198.51.100.7' });
    await get('/r/anna', { cookie: `cordee_v=01890a5d-ac96-774b-bcce-b302099a8077` });
    expect(rows.map(({ flag }) => flag)).toEqual([null, 'repeat', null]);
  });

  it('a click that was not stored does not make the next one a repeat', async () => {
    const flags: (string | null)[] = [];
    const { get } = await desk([link()], {
      add(row, waiter) {
        flags.push(row.flag);
        waiter.failed(new Error('lost'));
        return true;
      },
    });
    for (const _ of [1, 2]) expect((await get('/r/anna')).status).toBe(503);
    expect(flags).toEqual([null, null]);
  });
});

describe('what leads nowhere', () => {
  it('an unknown code goes to the page of the workspace’s first program, or of the nearest code’s', async () => {
    const { get, rows } = await desk([link({ code: 'summer-sale' })]);
    expect(location(await get('/r/nobody?x=1'))).toBe('https://acme.example/partners?x=1');
    expect(location(await get('/r/sumner-sale'))).toBe('https://acme.example/program');
    expect(location(await get('/r/'))).toBe('https://acme.example/partners');
    expect(rows).toHaveLength(0);
  });

  it('a link that lost its last character is only guessed when there is one guess', async () => {
    const { get, rows } = await desk([link({ code: 'anna1' }), link({ code: 'anna2' }), link({ code: 'bobby', state: 'ended' })]);
    await get('/r/anna');
    await get('/r/bobb');
    expect(rows).toHaveLength(0);
  });

  it('a paused enrollment leads to the program’s page, recorded; an ended one is not', async () => {
    const { get, rows } = await desk([link({ state: 'paused' }), link({ code: 'old', state: 'ended' })]);
    expect(location(await get('/r/anna'))).toMatch(/^https:\/\/acme\.example\/program\?cordee_click=clk_/);
    expect(location(await get('/r/old'))).toBe('https://acme.example/program');
    expect(rows).toHaveLength(1);
  });

  it('a link just made is found by asking', async () => {
    const { get, rows } = await desk([], { lookUp: () => Promise.resolve(new Target(link({ code: 'fresh' }))) });
    expect(location(await get('/r/fresh'))).toContain('acme.example/shop');
    expect(rows).toHaveLength(1);
  });

  it('asking an absent database, or a full queue, is 503 with Retry-After', async () => {
    const away = await desk([], { lookUp: () => Promise.reject(new Error('away')) });
    const full = await desk([link()], { add: () => false });
    for (const { get } of [away, full]) {
      const response = await get('/r/anna');
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    }
  });

  it('no workspace at all is 404', async () => {
    const { get } = await desk([], { sites: [] });
    expect((await get('/r/anna')).status).toBe(404);
  });
});

describe('several workspaces', () => {
  const sites = [site(), site({ workspaceId: OTHER, slug: 'beta', hosts: ['go.beta.example'], homePage: null })];
  const links = [link(), link({ workspaceId: OTHER, destination: 'https://beta.example/' })];

  it('are told apart by host, else by name in the path', async () => {
    const { get } = await desk(links, { sites });
    expect(location(await get('/r/anna', { host: 'GO.beta.example:8080' }))).toContain('https://beta.example/');
    expect(location(await get('/r/anna', { host: 'go.acme.example' }))).toContain('https://acme.example/');
    expect(location(await get('/r/beta/anna'))).toContain('https://beta.example/');
    expect((await get('/r/anna')).status).toBe(404);
  });

  it('a host of one never answers for another', async () => {
    const { get } = await desk(links, { sites });
    const answer = location(await get('/r/beta/anna', { host: 'go.acme.example' }));
    expect(answer).toContain('https://acme.example/');
  });
});
