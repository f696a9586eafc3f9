import { beforeAll, describe, expect, test } from 'vitest';
import { buildTracker, trackerBudget } from './bundle.ts';
import { openPage, settle } from './fake-page.ts';
import type { FakePage, PageSettings, Reply } from './fake-page.ts';

const honoured = (
  'cordee_code cordee via fpr fp_ref ref a _from _by deal _go _get aff rfsn a_aid sld refcode cref ' +
  'ps_xid ps_partner_key aecid'
).split(' ');

let code = '';
let gzipBytes = 0;

beforeAll(async () => {
  ({ code, gzipBytes } = await buildTracker());
});

async function visit(url: string, settings: PageSettings = {}): Promise<FakePage> {
  const page = openPage(code, { url, ...settings });
  await settle();
  return page;
}

function visitWithConsent(url: string, settings: PageSettings = {}): Promise<FakePage> {
  return visit(url, { ...settings, dataset: { consent: 'granted', ...settings.dataset } });
}

function cookieOf(page: FakePage): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(page.jar.get('cordee')));
}

test('the script stays within its budget and leaves no trace of the build', () => {
  expect(gzipBytes).toBeLessThanOrEqual(trackerBudget);
  expect(code).not.toContain('use strict');
});

describe('before consent', () => {
  const everything = 'https://www.example.com/?via=ana&sub=mail&cordee_click=clk_7';

  test.each([{}, { consent: 'required' }, { consent: 'yes' }, { consent: '' }])(
    '%j touches no cookie, storage or network',
    async (dataset) => {
      const page = await visit(everything, { dataset, jar: new Map([['cordee', 'cordee_code=old']]) });
      page.pushState('/pricing?via=bob');
      page.back('/?ref=eve');
      page.clickNothing();
      page.clickLink('https://www.example.com/signup', true);
      page.submit();
      page.cordee.fields();
      await settle();
      expect(page.accesses).toEqual([]);
    },
  );

  test('the code travels by form', async () => {
    const page = await visit(everything);
    expect(page.submit()).toEqual({ email: 'ada@example.org', cordee_code: 'ana', cordee_click: 'clk_7', cordee_sub: 'mail' });
    expect(page.submit(false)).toEqual({ email: 'ada@example.org' });
  });

  test('the code travels by marked links of the same site, and keeps their query', async () => {
    const page = await visit('https://www.example.com/?via=ana');
    expect(page.clickLink('/signup?plan=pro#now', true)).toBe('https://www.example.com/signup?plan=pro&cordee_code=ana#now');
    expect(page.clickLink('/signup', false)).toBe('https://www.example.com/signup');
    expect(page.clickLink('https://elsewhere.example/', true)).toBe('https://elsewhere.example/');
  });

  test('the next page takes the code over from the link', async () => {
    const first = await visit('https://www.example.com/?ref=footer&via=ana&sub=mail');
    const next = await visit(first.clickLink('/signup?ref=menu', true));
    expect(next.cordee.fields()).toEqual({ cordee_code: 'ana', cordee_sub: 'mail' });
  });

  test('a page without any parameter leaves links and forms as they are', async () => {
    const page = await visit('https://www.example.com/?sub=alone&a=');
    expect(page.clickLink('/signup?sig=a%20b', true)).toBe('https://www.example.com/signup?sig=a%20b');
    expect(page.submit()).toEqual({ email: 'ada@example.org' });
  });

  test('a lead the page asks for carries what the URL brought, and no cookie', async () => {
    const page = await visit(everything);
    await page.cordee('lead', { eventId: 'l1', customer: { externalId: 'c1' } });
    expect(page.calls).toHaveLength(1);
    expect(page.calls[0]).toMatchObject({
      credentials: 'omit',
      body: { eventId: 'l1', customer: { externalId: 'c1' }, code: 'ana', clickId: 'clk_7', subId: 'mail' },
    });
    expect(page.calls[0]?.body).not.toHaveProperty('visitorId');
    expect(page.accesses).toEqual(['fetch']);
  });
});

describe('consent', () => {
  test('once given, registers the landing as it was and keeps the ids', async () => {
    const page = await visit('https://www.example.com/offer?via=ana&sub_id=mail#top', { referrer: 'https://blog.example/post' });
    page.pushState('/pricing');
    void page.cordee('consent', true);
    await settle();
    expect(page.calls).toEqual([
      {
        url: 'https://partners.example.net/api/v1/track/click',
        method: 'POST',
        credentials: 'same-origin',
        keepalive: true,
        headers: { authorization: 'Bearer pk_test', 'content-type': 'application/json' },
        body: {
          code: 'ana',
          subId: 'mail',
          url: 'https://www.example.com/offer?via=ana&sub_id=mail',
          referrer: 'https://blog.example/post',
          parameter: 'via',
        },
      },
    ]);
    expect(cookieOf(page)).toEqual({ cordee_code: 'ana', cordee_sub: 'mail', cordee_click: 'clk_1', cordee_visitor: 'vis_1' });
    expect(page.lastCookie()).toMatch(/;path=\/;samesite=lax;max-age=7776000$/);
  });

  test('given twice registers once', async () => {
    const page = await visit('https://www.example.com/?via=ana');
    void page.cordee('consent', true);
    void page.cordee('consent', true);
    await settle();
    expect(page.calls).toHaveLength(1);
    expect(cookieOf(page)['cordee_click']).toBe('clk_1');
  });

  test('denied deletes what an earlier visit stored, and the code still travels', async () => {
    const jar = new Map([
      ['theme', 'dark'],
      ['cordee', 'cordee_code=old&cordee_click=clk_0&cordee_visitor=vis_0'],
    ]);
    const page = await visit('https://www.example.com/?via=ana', { jar });
    page.pushState('/pricing');
    void page.cordee('consent', false);
    await settle();
    expect([...page.jar]).toEqual([['theme', 'dark']]);
    expect(page.calls).toEqual([]);
    expect(page.submit()).toMatchObject({ cordee_code: 'ana' });
  });

  test('withdrawn while the click is on its way keeps neither cookie nor ids', async () => {
    let answer: (reply: Reply) => void = () => undefined;
    const reply = () => new Promise<Reply>((resolve) => (answer = resolve));
    const page = await visitWithConsent('https://www.example.com/?via=ana', { reply });
    expect(cookieOf(page)).toEqual({ cordee_code: 'ana' });
    void page.cordee('consent', false);
    answer({ status: 201, body: { clickId: 'clk_1', visitorId: 'vis_1' } });
    await settle();
    expect(page.jar.size).toBe(0);
    expect(page.cordee.fields()).toEqual({ cordee_code: 'ana' });
    void page.cordee('lead', { customer: { externalId: 'c1' } });
    await settle();
    expect(page.calls[1]?.body).not.toHaveProperty('visitorId');
    expect(page.calls[1]?.credentials).toBe('omit');
  });

  test('withdrawn forgets what was stored', async () => {
    const jar = new Map([['cordee', 'cordee_code=old&cordee_click=clk_0&cordee_visitor=vis_0']]);
    const page = await visitWithConsent('https://www.example.com/', { jar });
    expect(page.cordee.fields()).toEqual({ cordee_code: 'old', cordee_click: 'clk_0' });
    void page.cordee('consent', false);
    expect(page.cordee.fields()).toEqual({});
    expect(page.jar.size).toBe(0);
    await page.cordee('lead', { eventId: 'l1', customer: { externalId: 'c1' } });
    expect(page.calls[0]?.body).toEqual({ eventId: 'l1', customer: { externalId: 'c1' } });
  });

  test('given again after a withdrawal does not register the same landing twice', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana');
    page.pushState('/pricing');
    void page.cordee('consent', false);
    void page.cordee('consent', true);
    await settle();
    expect(page.calls).toHaveLength(1);
  });

  test('Global Privacy Control counts as not given, whatever the page says', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { globalPrivacyControl: true });
    void page.cordee('consent', true);
    await settle();
    expect(page.accesses).toEqual([]);
    expect(page.submit()).toMatchObject({ cordee_code: 'ana' });
  });

  test('Global Privacy Control can be ignored where the law allows it', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', {
      globalPrivacyControl: true,
      dataset: { gpc: 'ignore' },
    });
    expect(page.calls).toHaveLength(1);
  });

  test('the life of the cookie is a setting', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { dataset: { cookieDays: '30' } });
    expect(page.lastCookie()).toMatch(/max-age=2592000$/);
  });
});

describe('parameters', () => {
  test.each(honoured)('%s is honoured', async (parameter) => {
    const page = await visitWithConsent(`https://www.example.com/?utm_source=x&${parameter}=Ana-%C3%A9t%C3%A9`);
    expect(page.calls).toHaveLength(1);
    expect(page.calls[0]?.body).toMatchObject({ code: 'Ana-été', parameter });
    expect(cookieOf(page)['cordee_code']).toBe('Ana-été');
  });

  test.each(['cordee_sub', 'sub', 'sub_id', 'subid'])('%s is kept as sub-id', async (parameter) => {
    const page = await visitWithConsent(`https://www.example.com/?via=ana&${parameter}=mail`);
    expect(page.calls[0]?.body).toMatchObject({ subId: 'mail' });
  });

  test('data-params replaces the list, our own names stay', async () => {
    const dataset = { params: 'partner,via' };
    expect((await visit('https://www.example.com/?ref=news', { dataset })).cordee.fields()).toEqual({});
    expect((await visit('https://www.example.com/?partner=ana', { dataset })).cordee.fields()).toEqual({ cordee_code: 'ana' });
    expect((await visit('https://www.example.com/?cordee=ana', { dataset })).cordee.fields()).toEqual({ cordee_code: 'ana' });
  });

  test('a click id from the redirect is stored as it is, without a call', async () => {
    const page = await visitWithConsent('https://www.example.com/?cordee_click=clk_9&via=ana');
    expect(page.calls).toEqual([]);
    expect(cookieOf(page)).toEqual({ cordee_code: 'ana', cordee_click: 'clk_9' });
  });

  test('the name of the click parameter is a setting', async () => {
    const page = await visitWithConsent('https://www.example.com/?cid=clk_9', { dataset: { clickParam: 'cid' } });
    expect(cookieOf(page)).toEqual({ cordee_click: 'clk_9' });
  });

  test('text that could break a cookie is kept whole', async () => {
    const hostile = 'a; path=/x, b=c&cordee_click=evil "q" %00';
    const page = await visitWithConsent(`https://www.example.com/?via=${encodeURIComponent(hostile)}`);
    expect(cookieOf(page)['cordee_code']).toBe(hostile);
    const next = await visitWithConsent('https://www.example.com/', { jar: page.jar });
    expect(next.cordee.fields()).toEqual({ cordee_code: hostile, cordee_click: 'clk_1' });
  });
});

describe('clicks', () => {
  const stored = () => new Map([['cordee', 'cordee_code=ana&cordee_click=clk_0&cordee_visitor=vis_0']]);

  test('a page without parameter uses what is stored and makes no call', async () => {
    const page = await visitWithConsent('https://www.example.com/', { jar: stored() });
    expect(page.calls).toEqual([]);
    expect(page.cordee.fields()).toEqual({ cordee_code: 'ana', cordee_click: 'clk_0' });
  });

  test('a reload or a step back with the stored code is no new click', async () => {
    for (const navigationType of [1, 2]) {
      const page = await visitWithConsent('https://www.example.com/?via=ana', { jar: stored(), navigationType });
      expect(page.calls).toEqual([]);
      expect(page.cordee.fields()).toEqual({ cordee_code: 'ana', cordee_click: 'clk_0' });
    }
  });

  test('a new navigation with the same code is a new click of the same visitor', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { jar: stored() });
    expect(page.calls[0]?.body).toMatchObject({ code: 'ana', visitorId: 'vis_0' });
    expect(page.calls[0]?.body).not.toHaveProperty('clickId');
  });

  test('a direct visit has no referrer to tell', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana');
    expect(page.calls[0]?.body).toEqual({ code: 'ana', url: 'https://www.example.com/?via=ana', parameter: 'via' });
  });

  test('another code replaces the stored one, even on a reload', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=bob', { jar: stored(), navigationType: 1 });
    expect(page.calls).toHaveLength(1);
    expect(cookieOf(page)).toEqual({ cordee_code: 'bob', cordee_click: 'clk_1', cordee_visitor: 'vis_1' });
  });

  test('the code is stored before the answer, in case the visitor leaves first', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=bob', {
      jar: stored(),
      reply: () => new Promise(() => undefined),
    });
    expect(cookieOf(page)).toEqual({ cordee_code: 'bob', cordee_visitor: 'vis_0' });
  });

  test('a refused code gives the place back to the partner who was there', async () => {
    const reply = () => ({ status: 404, body: { status: 404, code: 'unknown_code' } });
    const page = await visitWithConsent('https://www.example.com/?ref=newsletter', { jar: stored(), reply });
    expect(page.cordee.fields()).toEqual({ cordee_code: 'ana', cordee_click: 'clk_0' });
    expect(page.jar).toEqual(stored());
  });

  test.each([429, 500, 503])('an answer %i keeps the new code', async (status) => {
    const page = await visitWithConsent('https://www.example.com/?via=bob', {
      jar: stored(),
      reply: () => ({ status, body: { status } }),
    });
    expect(cookieOf(page)['cordee_code']).toBe('bob');
  });

  test('a failed network keeps the new code, and the next calls still go out', async () => {
    const reply = (call: { url: string }) =>
      call.url.endsWith('/click') ? Promise.reject(new TypeError('Failed to fetch')) : { status: 201, body: { factId: 'f' } };
    const page = await visitWithConsent('https://www.example.com/?via=bob', { reply });
    expect(cookieOf(page)).toEqual({ cordee_code: 'bob' });
    await expect(page.cordee('lead', { customer: { externalId: 'c1' } })).resolves.toEqual({ factId: 'f' });
  });

  test('a proxied script calls below its own path', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { src: 'https://www.example.com/partners/t.js?v=2' });
    expect(page.calls[0]?.url).toBe('https://www.example.com/partners/api/v1/track/click');
  });
});

describe('single-page navigation', () => {
  test('pushState, replaceState and back register a new code once', async () => {
    const page = await visitWithConsent('https://www.example.com/');
    page.pushState('/a?via=ana');
    page.pushState('/a?via=ana&tab=2');
    await settle();
    page.replaceState('/b?via=bob');
    await settle();
    page.back('/?ref=eve');
    await settle();
    page.pushState('/plain');
    await settle();
    expect(page.calls.map((call) => [call.body['code'], call.body['url']])).toEqual([
      ['ana', 'https://www.example.com/a?via=ana'],
      ['bob', 'https://www.example.com/b?via=bob'],
      ['eve', 'https://www.example.com/?ref=eve'],
    ]);
    expect(page.cordee.fields()).toMatchObject({ cordee_code: 'eve' });
  });

  test('an answer that comes after the next code does not mix the two', async () => {
    const answers: ((reply: Reply) => void)[] = [];
    const page = await visitWithConsent('https://www.example.com/?via=ana', {
      reply: () => new Promise((resolve) => answers.push(resolve)),
    });
    page.pushState('/?via=bob');
    await settle();
    answers[1]?.({ status: 201, body: { clickId: 'clk_bob', visitorId: 'vis_1' } });
    await settle();
    answers[0]?.({ status: 201, body: { clickId: 'clk_ana', visitorId: 'vis_1' } });
    await settle();
    expect(cookieOf(page)).toEqual({ cordee_code: 'bob', cordee_click: 'clk_bob', cordee_visitor: 'vis_1' });
  });
});

test('a code refused after the next one has come does not undo the next one', async () => {
  const answers: ((reply: Reply) => void)[] = [];
  const jar = new Map([['cordee', 'cordee_code=ana&cordee_click=clk_0']]);
  const reply = () => new Promise<Reply>((resolve) => answers.push(resolve));
  const page = await visitWithConsent('https://www.example.com/?ref=newsletter', { jar, reply });
  page.pushState('/?via=bob');
  answers[0]?.({ status: 404, body: { status: 404 } });
  await settle();
  expect(cookieOf(page)['cordee_code']).toBe('bob');
});

describe('hand-over to other domains', () => {
  const dataset = { domains: 'shop.example,app.example' };

  test('links to the listed hosts carry code, click and sub-id, but not the visitor', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana&sub=mail', { dataset });
    const handed = 'https://shop.example/cart?x=1&cordee_sub=mail&cordee_code=ana&cordee_click=clk_1';
    expect(page.clickLink('https://shop.example/cart?x=1')).toBe(handed);
    expect(page.clickLink('https://app.example/', false, 'auxclick')).toContain('cordee_click=clk_1');
    expect(page.clickLink('https://shop.example.evil.test/')).toBe('https://shop.example.evil.test/');
    expect(page.clickLink('https://www.example.com/signup', true)).toBe('https://www.example.com/signup');
  });

  test('the other domain keeps the click without registering another', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { dataset });
    const other = await visitWithConsent(page.clickLink('https://shop.example/?ref=menu'));
    expect(other.calls).toEqual([]);
    expect(cookieOf(other)).toEqual({ cordee_code: 'ana', cordee_click: 'clk_1' });
  });
});

describe('leads and sales', () => {
  test('wait for the click under way and add what is known', async () => {
    const page = openPage(code, { url: 'https://www.example.com/?via=ana&sub=mail', dataset: { consent: 'granted' } });
    const sale = { eventId: 'o1', customer: { externalId: 'c1' }, currency: 'EUR', amount: 4900 };
    await expect(page.cordee('sale', sale)).resolves.toEqual({ factId: 'fct_1' });
    expect(page.calls.map((call) => call.url.split('/').pop())).toEqual(['click', 'sale']);
    expect(page.calls[1]?.body).toEqual({ code: 'ana', clickId: 'clk_1', visitorId: 'vis_1', subId: 'mail', ...sale });
  });

  test('a lead gets an event id when the page gives none, a sale never does', async () => {
    const page = await visit('https://www.example.com/');
    await page.cordee('lead', { customer: { externalId: 'c1' } });
    await page.cordee('sale', { customer: { externalId: 'c1' }, currency: 'EUR', amount: 1 });
    expect(page.calls[0]?.body['eventId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(page.calls[1]?.body).not.toHaveProperty('eventId');
  });

  test('a refusal rejects with the problem the server answered', async () => {
    const problem = { status: 400, code: 'event_id_missing' };
    const page = await visit('https://www.example.com/', { reply: () => ({ status: 400, body: problem }) });
    await expect(page.cordee('sale', {})).rejects.toEqual(problem);
  });

  test('no failure reaches the page: not as an exception, not as an unhandled rejection', async () => {
    const page = await visit('https://www.example.com/', {
      secureContext: false,
      reply: () => Promise.reject(new TypeError('offline')),
    });
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    void page.cordee('lead', circular);
    void page.cordee('lead', { customer: { externalId: 'c1' } });
    void page.cordee('no-such-command');
    page.dispatch('click', { target: null });
    page.dispatch('formdata', { formData: null });
    await settle();
    expect(page.calls).toHaveLength(2);
  });

  test('a frame where cookies are forbidden still hands the code over', async () => {
    const page = await visitWithConsent('https://www.example.com/?via=ana', { cookiesForbidden: true });
    void page.cordee('consent', false);
    await settle();
    expect(page.submit()).toMatchObject({ cordee_code: 'ana' });
  });
});

test('calls made before the script arrived are replayed in order', async () => {
  const queue = [
    ['consent', true],
    ['lead', { eventId: 'l1', customer: { externalId: 'c1' } }],
  ];
  const page = await visit('https://www.example.com/?via=ana', { queue });
  expect(page.calls.map((call) => call.url.split('/').pop())).toEqual(['click', 'lead']);
  expect(page.calls[1]?.body).toMatchObject({ eventId: 'l1', clickId: 'clk_1', visitorId: 'vis_1' });
});
