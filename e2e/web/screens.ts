// `npm run screens`: pictures of the main screens into docs/screens, for README and for eyes.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needBrowser } from './find-browser.ts';
import { openCompany } from './open-company.ts';
import { prepareAgreements } from './agreement-pictures.ts';
import { prepareMoney } from './money-pictures.ts';
import { pictures } from './pictures.ts';
import { launch, visit } from './visit.ts';

const folder = join(import.meta.dirname, '../../docs/screens');
const only = process.argv[2];

/** What is live never ends: a picture waits until no skeleton is left, and fonts and charts stand still. */
async function settled(page: Page): Promise<void> {
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 700)))');
}

await mkdir(folder, { recursive: true });
const browser = await launch(needBrowser());
const { stage, close } = await openCompany();
try {
  await prepareMoney(stage);
  await prepareAgreements(stage);
  for (const { name, path, ready, arrival } of pictures(stage)) {
    if (only !== undefined && !name.includes(only)) continue;
    const { page, leave } = await visit(browser, stage, arrival);
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await leave();
    console.log(`docs/screens/${name}.png`);
  }
} finally {
  await browser.close();
  await close();
}
