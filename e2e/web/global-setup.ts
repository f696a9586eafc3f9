import type { TestProject } from 'vitest/node';
import { needBrowser } from './find-browser.ts';
import { openCompany } from './open-company.ts';
import type { Stage } from './stage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage;
    browser: string;
  }
}

/** One company and one browser for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', needBrowser());
  const { stage, close } = await openCompany();
  project.provide('stage', stage);
  return close;
}
