import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('figures over time, split by partner, as a chart, a table and files, in French', async () => {
  await visiting({ as: 'manager', language: 'fr', height: 900 }, async ({ page, clean }) => {
    await page.goto('/console/analytics');
    const chart = page.getByRole('region', { name: 'Ventes' });
    await chart.locator('svg.recharts-surface').first().waitFor();
    await clean();
    await page.getByRole('combobox', { name: 'Répartition' }).click();
    await page.getByRole('option', { name: 'Par partenaire' }).click();
    const split = page.getByRole('region', { name: 'Ventes, Par partenaire' });
    await split.getByText('Atelier Lumière').first().waitFor();
    expect(page.url()).toContain('split=partner');
    const [picture] = await Promise.all([page.waitForEvent('download'), split.getByRole('button', { name: 'PNG' }).click()]);
    expect((await readFile((await picture.path()) ?? '')).subarray(1, 4).toString()).toBe('PNG');
    await split.getByText('Tableau').click();
    await split.getByRole('columnheader', { name: 'Refuge Conseil' }).waitFor();
    await clean();
    const [file] = await Promise.all([page.waitForEvent('download'), split.getByRole('button', { name: 'CSV' }).click()]);
    expect(await readFile((await file.path()) ?? '', 'utf8')).toContain('Atelier Lumière');
    for (const [tab, shown] of [
      ['Entonnoir', 'Des clics aux commissions'],
      ['Cohortes', 'Vendu moins remboursé, par mois depuis le premier achat'],
      ['Suivi', 'Comment ventes et prospects ont été reliés aux partenaires'],
    ] as const) {
      await page.getByRole('link', { name: tab }).click();
      await page.getByRole('region', { name: shown }).locator('svg.recharts-surface').first().waitFor();
      await clean();
    }
    await page.getByRole('combobox', { name: 'Période' }).click();
    await page.getByRole('option', { name: 'Cette année' }).click();
    await page.waitForURL(/analytics\/tracking\?.*-01-01/);
  });
});

test('models beside the rules in force, on a phone', async () => {
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/analytics/models');
    await page.getByRole('table', { name: 'Models side by side' }).getByText('Atelier Lumière').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
});
