// `npm run screens`: pictures of the main screens into docs/screens, for README and for eyes.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { needBrowser } from './find-browser.ts';
import { openCompany } from './open-company.ts';
import { pictures } from './pictures.ts';
import { launch, visit } from './visit.ts';

const folder = join(import.meta.dirname, '../../docs/screens');
const only = process.argv[2];

await mkdir(folder, { recursive: true });
const browser = await launch(needBrowser());
const { stage, close } = await openCompany();
try {
  for (const { name, path, ready, arrival } of pictures(stage)) {
    if (only !== undefined && !name.includes(only)) continue;
    const { page, leave } = await visit(browser, stage, arrival);
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await leave();
    console.log(`docs/screens/${name}.png`);
  }
} finally {
  await browser.close();
  await close();
}
