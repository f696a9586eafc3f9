import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a partner reads its three answers on a phone, and why the last sale earned what it did, in French', async () => {
  await visiting({ as: 'partner', language: 'fr', width: 320, height: 640 }, async ({ page, clean }) => {
    await page.goto('/');
    for (const question of ['Gagné à ce jour', 'À venir', 'Versé'])
      await page.getByText(question, { exact: true }).first().waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(320);
    await clean();
    await page.getByRole('table', { name: 'Commissions' }).getByRole('link').first().click();
    await page.getByRole('dialog').getByText('Ce que cela a rapporté').waitFor();
    await clean();
  });
});

test('a partner reaches nothing of the console nor of another partner', async () => {
  await visiting({ as: 'partner' }, async ({ page }) => {
    await page.goto(`/console/partners/${stage.partnerIds.refuge}`);
    await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/portal');
    for (const place of ['analytics', 'analytics/models', 'ledger', 'ledger/verification', 'programs', 'facts']) {
      await page.goto(`/console/${place}`);
      await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
    }
    const statuses = await page.evaluate(async (id) => {
      const paths = [
        `/api/v1/partners/${id}`,
        `/api/v1/partners/${id}/balance`,
        `/api/v1/partners/${id}/terms`,
        `/api/v1/partners/${id}/people`,
        `/api/v1/partners/${id}/statement?from=2026-01-01&to=2026-02-01`,
        '/api/v1/ledger/trial-balance',
        '/api/v1/members',
        '/api/v1/audit',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    }, stage.partnerIds.refuge);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 403, 403, 403]);
  });
});
