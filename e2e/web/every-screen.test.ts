import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { allScreens, waysOn } from './all-screens.ts';
import type { Screen } from './screen.ts';
import { keyboardFaults, popupFaults } from './by-keyboard.ts';
import type { Persona } from './stage.ts';
import { launch, violations, visit, type Visit } from './visit.ts';
import { makeRecords, type OwnIds } from './walk-records.ts';

const stage = inject('stage');
const NARROW = 320;
let browser: Browser;
let ids: OwnIds;

beforeAll(async () => {
  browser = await launch(inject('browser'));
  ids = await makeRecords(stage);
});
afterAll(() => browser.close());

test('every screen of the router is in the list', async () => {
  const known = [...(await addressesOf('owner', '/console')), ...(await addressesOf('partner', '/portal'))];
  const trimmed = new Set(known.map((path) => (path === '/' ? path : path.replace(/\/$/, ''))));
  const listed = allScreens(stage, ids).map(({ route }) => route);
  expect([...trimmed].toSorted()).toEqual([...new Set([...listed, ...waysOn])].toSorted());
});

/** What the router of a shell knows; the addresses of the other one, which load the document anew, are no screens of it. */
async function addressesOf(as: Persona, home: '/console' | '/portal'): Promise<string[]> {
  const { page, leave } = await visit(browser, stage, { as });
  await page.goto(home);
  await page.getByRole('heading').first().waitFor();
  const known = await page.evaluate<string[]>(`Object.keys(__TSR_ROUTER__.routesByPath)`);
  await leave();
  const other = home === '/console' ? '/portal' : '/console';
  return known.filter((path) => !path.startsWith(other));
}

describe.each<Persona | 'nobody'>(['nobody', 'owner', 'partner', 'otherPartner'])('the screens of %s', (persona) => {
  test.each(['en', 'fr'] as const)(
    'by keyboard, by axe in both themes, and narrow, in %s',
    async (language) => {
      const as = persona === 'nobody' ? null : persona;
      const own = allScreens(stage, ids).filter((screen) => screen.as === as);
      const arrival = as === null ? { language } : { as, language };
      const visitor = await visit(browser, stage, arrival);
      const faults: string[] = [];
      const [first] = own;
      await visitor.page.goto(first?.path ?? first?.route ?? '/');
      for (const screen of own.filter((_, at) => at % 2 === (language === 'en' ? 0 : 1))) {
        const found = await faultsOf(visitor, screen, language);
        faults.push(...found.map((fault) => `${screen.route}: ${fault}`));
      }
      await visitor.leave();
      expect(faults).toEqual([]);
    },
    240_000,
  );
});

async function faultsOf({ page }: Visit, screen: Screen, language: 'en' | 'fr'): Promise<string[]> {
  await go(page, screen.path ?? screen.route);
  const faults = await violations(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  faults.push(...(await keyboardFaults(page)));
  if (screen.opens !== undefined) {
    const name = screen.opens[language];
    faults.push(...(await popupFaults(page, page.getByRole('button', { name }).first(), name)));
  }
  const menu = page.locator('main [aria-haspopup=menu]:visible').first();
  if ((await menu.count()) > 0) faults.push(...(await popupFaults(page, menu, 'the first menu')));
  faults.push(...(await narrowFaults(page)));
  return faults;
}

/** Goes there as a link would, without loading the page again, and waits until nothing more comes. */
async function go(page: Page, path: string): Promise<void> {
  const address = JSON.stringify(path);
  // In one piece and as text: a page of ours lets nobody evaluate anything later.
  const state = await page.evaluate<string>(`new Promise((done) => {
    const began = performance.now();
    let pushed = false;
    const rested = () => {
      const router = globalThis.__TSR_ROUTER__;
      if (router === undefined) return false;
      if (!pushed) { pushed = true; router.history.push(${address}); return false; }
      return router.state.status === 'idle' && router.options.context.client.isFetching() === 0 && router.state.location.pathname === new URL(${address}, location.origin).pathname
        && document.querySelector('h1') !== null && document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null;
    };
    let calm = 0;
    const look = () => {
      calm = rested() ? calm + 1 : 0;
      if (calm >= 3) return done('there');
      if (performance.now() - began > 15000) return done('on ' + location.href + ': ' + document.body.innerText.slice(0, 200));
      setTimeout(look, 30);
    };
    look();
  })`);
  if (state !== 'there') throw new Error(`${path} was not reached: ${state}`);
}

async function narrowFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: NARROW, height: 640 });
  const wide = await page.evaluate<string | null>(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= ${NARROW}) return done(null);
    const out = [...document.querySelectorAll('main *, header *, nav *')].filter((el) => el.getBoundingClientRect().right > ${NARROW} + 1 && el.checkVisibility());
    done(scrollWidth + ' px: ' + out.slice(0, 6).map((el) => el.tagName + ' ' + el.getAttribute('class') + ' ' + Math.round(el.getBoundingClientRect().width) + ' ' + el.textContent.slice(0, 20)).join(' | '));
  })))`);
  await page.setViewportSize({ width: 1280, height: 800 });
  return wide === null ? [] : [`at ${NARROW} px it scrolls sideways, ${wide}`];
}
