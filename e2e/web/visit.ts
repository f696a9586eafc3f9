import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import axe, { type AxeResults, type RunOnly } from 'axe-core';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { leavePage, takePage } from './left-pages.ts';
import type { Persona, Stage } from './stage.ts';

/** How somebody comes: who, reading what, in which light, on which screen. */
export interface Arrival {
  readonly as?: Persona;
  readonly language?: 'fr' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Of a screen with dense pixels, for pictures. */
  readonly scale?: number;
  /** Nobody gets the page afterwards: what is plugged into it stays. */
  readonly own?: true;
}

/** What a page is told of axe: the short form, which it reads sooner. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const EVERY_RULE: RunOnly = { type: 'tag', values: TAGS };
/** Those of them that are about colours. */
const COLOUR_RULES: RunOnly = {
  type: 'rule',
  values: axe
    .getRules(TAGS)
    .filter(({ tags }) => tags.includes('cat.color'))
    .map(({ ruleId }) => ruleId),
};

/** In the page: what is seen of it, element by element, without its colours. */
const seen = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map(({ tagName, attributes, childElementCount, textContent }) =>
    [tagName, ...[...attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => name + '=' + value),
      childElementCount === 0 ? textContent : ''].join(' '))
  .join('; ')`;

export function launch(executablePath: string): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page of another site in a journey is one of this machine too.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}

/** Where visitors come: the company of this run, or a server nobody has set up yet. */
type Place = Pick<Stage, 'origin'> & { readonly cookies: Partial<Stage['cookies']> };

/**
 * A page of a new visitor, who finds nothing of those before. What the page says on its console in error, a refused script or style included,
 * fails the journey.
 */
export async function visit(browser: Browser, stage: Place, arrival: Arrival = {}): Promise<Visit> {
  const { as, language = 'en', scheme = 'light', width = 1280, height = 800, scale = 1 } = arrival;
  const kind = { origin: stage.origin, language, scale };
  const page = await takePage(browser, kind);
  const cookie = as === undefined ? undefined : stage.cookies[as];
  if (cookie !== undefined) await page.context().addCookies(cookiesOf(stage.origin, cookie));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('console', (message) => {
    // A refusal of the server is something a screen shows, not a fault of it.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  const answers: string[] = [];
  page.on('response', (response) => {
    const method = response.request().method();
    if (method !== 'GET' || response.status() >= 400) answers.push(`${response.status()} ${method} ${response.url()}`);
  });
  const unanswered = new Set<Request>();
  page.on('request', (request) => unanswered.add(request));
  page.on('requestfinished', (request) => unanswered.delete(request));
  page.on('requestfailed', (request) => {
    unanswered.delete(request);
    answers.push(`failed ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return {
    page,
    faults,
    answers: () => [...answers, ...[...unanswered].map((request) => `no answer yet: ${request.method()} ${request.url()}`)],
    async leave() {
      if (arrival.own === true) await page.context().close();
      else await leavePage(browser, kind, page);
      if (faults.length > 0) throw new Error(`the page said:\n${faults.join('\n')}`);
    },
  };
}

export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  /** What the server answered to writes, what it refused, which a screen may well show, and what it has not answered. */
  readonly answers: () => readonly string[];
  /** Gives the page up; throws what went wrong in it. */
  readonly leave: () => Promise<void>;
}

/** Each finding of axe on the page as it stands, in both themes; empty when there is none. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.evaluate(`void (window.seenInLight = ${seen})`);
  const found = await findingsOf(page, 'light', EVERY_RULE);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // A theme is colours: only if something else is seen in it, or changed meanwhile, have the other rules more to say.
  const isSame = await page.evaluate<boolean>(`window.seenInLight === ${seen}`);
  return [...found, ...(await findingsOf(page, 'dark', isSame ? COLOUR_RULES : EVERY_RULE))];
}

async function findingsOf(page: Page, scheme: string, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(AXE);
  const options = { runOnly, resultTypes: ['violations'] };
  const { violations: list } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return list.map(({ id, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ');
    return `${scheme} ${page.url()} ${id}: ${where}`;
  });
}

function cookiesOf(url: string, cookie: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
