import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
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
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const AXE_OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

const COLOUR_OPTIONS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

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

/** A page of a new visitor. What the page says on its console in error, a refused script or style included, fails the journey. */
export async function visit(browser: Browser, stage: Stage, arrival: Arrival = {}): Promise<Visit> {
  const { as, language = 'en', scheme = 'light', width = 1280, height = 800, scale = 1 } = arrival;
  const context = await browser.newContext({
    baseURL: stage.origin,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: scheme,
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  if (as !== undefined) await context.addCookies(cookiesOf(stage, as));
  const page = await context.newPage();
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
  page.on('pageerror', (error) => faults.push(error.message));
  return {
    page,
    faults,
    answers,
    async leave() {
      await context.close();
      if (faults.length > 0) throw new Error(`the page said:\n${faults.join('\n')}`);
    },
  };
}

export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  /** What the server answered to writes, and what it refused; a screen may well show that. */
  readonly answers: readonly string[];
  /** Closes the page; throws what went wrong in it. */
  readonly leave: () => Promise<void>;
}

/** Each finding of axe on the page as it stands, in both themes; empty when there is none. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    found.push(...(await axeFaults(page, scheme, 'all')));
  }
  return found;
}

/** What axe finds in the theme the page is in: by all rules, or by those a theme can break. */
export async function axeFaults(page: Page, scheme: 'light' | 'dark', rules: 'all' | 'colours'): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(axeSource);
  const options = rules === 'all' ? AXE_OPTIONS : COLOUR_OPTIONS;
  const { violations: list } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return list.map(({ id, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ');
    return `${scheme} ${page.url()} ${id}: ${where}`;
  });
}

function cookiesOf(stage: Stage, persona: Persona) {
  return stage.cookies[persona].split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: stage.origin };
  });
}
