import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('finance reads the accounts now and in the past, the lines, and has everything counted again, in French', async () => {
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/ledger');
    const balance = page.getByRole('table', { name: 'Balance en EUR' });
    await balance.getByText('Commissions, en charge').waitFor();
    await page.getByText('Débits et crédits sont égaux').first().waitFor();
    const now = await balance.innerText();
    await clean();
    const past = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('À la fin du').fill(past);
    await page.waitForURL(/on=/);
    await page.waitForFunction(`!document.body.innerText.includes(${JSON.stringify(now.split('\n').at(-1) ?? '')})`);
    expect(await balance.innerText()).not.toBe(now);
    await page.getByRole('button', { name: 'Maintenant' }).click();
    await page.getByRole('combobox', { name: 'Partenaire' }).click();
    await page.getByRole('option', { name: 'Atelier Lumière' }).click();
    await page.getByRole('region', { name: 'Solde en EUR' }).getByText('Exigible').waitFor();
    await page.getByRole('link', { name: 'Écritures' }).click();
    await page.getByRole('table', { name: 'Écritures' }).getByText('Commission acquise').first().waitFor();
    await clean();
    await page.getByRole('link', { name: 'Vérification' }).click();
    await page.getByRole('button', { name: 'Vérifier maintenant' }).click();
    await page.getByText('Tout concorde').first().waitFor();
    await clean();
  });
});

test('the ledger on a phone', async () => {
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    for (const [path, shown] of [
      ['', 'Debits and credits are equal'],
      ['/transactions', 'Commission earned'],
      ['/verification', 'Verify now'],
    ] as const) {
      await page.goto(`/console/ledger${path}`);
      await page.getByText(shown).first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await clean();
    }
  });
});
