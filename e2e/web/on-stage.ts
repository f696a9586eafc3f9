import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launch, violations, visit, type Arrival } from './visit.ts';

interface Walk {
  readonly page: Page;
  /** Asserts that axe finds nothing on the page as it stands, in both themes. */
  readonly clean: () => Promise<void>;
}

let shared: Promise<Browser> | undefined;

/** One browser for all files of a worker; it ends with it. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launch(inject('browser'));
  return shared;
}

/** Journeys of a file, on the company of this run. */
export function onStage() {
  const stage = inject('stage');
  const visiting = async (arrival: Arrival, walk: (walk: Walk) => Promise<void>) => {
    const { page, faults, answers, leave } = await visit(await sharedBrowser(), stage, arrival);
    const clean = async () => {
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: arrival.scheme ?? 'light', reducedMotion: 'reduce' });
    };
    try {
      await walk({ page, clean });
    } catch (error) {
      const sight = await lastSight(page, [...faults, ...answers()]);
      await page.context().close();
      throw new Error(sight, { cause: error });
    }
    await leave();
  };
  return { stage, visiting };
}

/** What stood on the screen when a journey stopped: without it a failure elsewhere cannot be understood. */
async function lastSight(page: Page, said: readonly string[]): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2000 })
    .catch((error: unknown) => String(error));
  return [`the journey stopped on ${page.url()}`, ...said, text].join('\n');
}
