import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('an owner reads what waits today, follows a figure to its list, and hears of a new fact without reloading', async () => {
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console');
    await page.getByRole('link', { name: /commissions? to approve/ }).waitFor();
    await page.getByText('live', { exact: true }).waitFor();
    await clean();
    const order = `live-${Date.now()}`;
    await post(stage.origin, stage.secretKey, '/api/v1/track/sale', {
      eventId: order,
      customer: { externalId: order, country: 'FR' },
      currency: 'EUR',
      amount: 4200,
    });
    await page.getByRole('link', { name: `Sale ${order}` }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Sales' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Facts', level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('sale');
    await page.getByRole('row', { name: new RegExp(order) }).waitFor();
    await page.getByRole('button', { name: /to/ }).click();
    expect(new URL(page.url()).searchParams.get('from')).toBeNull();
  });
});

test('in French, on a phone: what waits, the period, and the clicks behind a figure', async () => {
  await visiting({ as: 'viewer', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/console');
    await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor();
    await page.getByText('90 jours').click();
    await page.waitForURL(/days=90/);
    await clean();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await page.goto('/console/clicks');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByRole('dialog', { name: 'Pourquoi ce clic' }).getByText('Ce qui s’est passé').waitFor();
    await clean();
  });
});
