import { expect, test } from 'vitest';
import { onStage } from './on-stage.ts';

const { visiting } = onStage();

const LOOK = `({ kept: localStorage.length, brought: sessionStorage.length, cookies: document.cookie, prints: matchMedia('print').matches })`;

test('a visitor finds nothing of the one before', async () => {
  await visiting({ as: 'owner' }, async ({ page }) => {
    await page.route('**/healthz', (route) => route.fulfill({ body: 'of somebody else' }));
    await page.goto('/console');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(`(localStorage.setItem('draft', '1'), sessionStorage.setItem('view', '1'), document.cookie = 'mine=1')`);
    await page.emulateMedia({ media: 'print' });
  });
  await visiting({}, async ({ page }) => {
    const answer = await page.goto('/healthz');
    expect(await answer?.text()).toContain('"ok"');
    expect(await page.evaluate(LOOK)).toMatchObject({ kept: 0, brought: 0, cookies: '', prints: false });
    expect(await page.context().cookies()).toEqual([]);
    await page.goto('/console');
    await page.waitForURL('**/sign-in**');
  });
});
