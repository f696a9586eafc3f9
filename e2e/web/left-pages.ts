import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What a page cannot change about itself once it is open. */
interface Kind {
  readonly origin: string;
  readonly language: 'fr' | 'en';
  readonly scale: number;
}

/** Pages somebody has left: one that has shown the product before shows it again in a third of the time. */
const left = new WeakMap<Browser, Map<string, Page[]>>();

/** A page on which nobody has been, or none whose traces are still there. */
export async function takePage(browser: Browser, kind: Kind): Promise<Page> {
  const page = pagesOf(browser, kind).pop();
  if (page !== undefined) return page;
  const context = await enter(browser, kind);
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** Wipes out what the visitor did on it and keeps it for the next; closes it where that cannot be done, as on the page of somebody else. */
export async function leavePage(browser: Browser, kind: Kind, page: Page): Promise<void> {
  try {
    if (new URL(page.url()).origin !== kind.origin) throw new Error('what is stored there is out of reach');
    await wipe(page, kind.origin);
    pagesOf(browser, kind).push(page);
  } catch {
    await page.context().close();
  }
}

async function wipe(page: Page, origin: string): Promise<void> {
  const context = page.context();
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of context.pages()) if (other !== page) await other.close();
  // Of the same origin, so that what was stored can be reached, and without a program that could still store something.
  await page.goto(`${origin}/healthz`);
  await page.evaluate('(localStorage.clear(), sessionStorage.clear())');
  await context.clearCookies();
  await context.clearPermissions();
  await page.emulateMedia({ media: null });
  // Outside, or what comes to lie under the pointer would be pointed at.
  await page.mouse.move(-1, -1);
}

function pagesOf(browser: Browser, { origin, language, scale }: Kind): Page[] {
  const kept = left.get(browser) ?? new Map<string, Page[]>();
  left.set(browser, kept);
  const key = [origin, language, scale].join(' ');
  const pages = kept.get(key) ?? [];
  kept.set(key, pages);
  return pages;
}

function enter(browser: Browser, { origin, language, scale }: Kind): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: origin,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
}
