import { expect, test } from 'vitest';
import { post, type Answer } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

/** A sale that earns more than the plan lets pass by itself; the id of its commission. */
async function aboveTheCeiling(order: string): Promise<string> {
  const sale = await post(stage.origin, stage.secretKey, '/api/v1/track/sale', {
    eventId: order,
    customer: { externalId: order, country: 'FR' },
    currency: 'EUR',
    amount: 50_000,
    coupon: 'CORDEE1',
  });
  return String((sale['commissions'] as Answer[])[0]?.['id']);
}

async function statusOf(id: string): Promise<unknown> {
  const response = await fetch(`${stage.origin}/api/v1/commissions/${id}`, {
    headers: { authorization: `Bearer ${stage.secretKey}` },
  });
  return ((await response.json()) as Answer)['status'];
}

test('a manager decides by keyboard alone: approves, takes it back, refuses with a reason, and reads why', async () => {
  const [first, second] = [await aboveTheCeiling('queue-1'), await aboveTheCeiling('queue-2')];
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/review?sort=newest');
    const rows = page.locator('tbody tr[data-index]');
    await rows.first().getByText('€50.00').waitFor();
    await clean();
    const total = await rows.count();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByText('1 commission approved').waitFor();
    await expect.poll(() => rows.count()).toBe(total - 1);
    await page.keyboard.press('z');
    await page.getByText('Taken back.').waitFor();
    await expect.poll(() => rows.count()).toBe(total);
    expect(await statusOf(second)).toBe('in_review');
    await page.keyboard.press('w');
    await page.getByRole('dialog').getByRole('heading', { name: 'What it earned' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A drawer gives the focus back to where it was opened, a moment after it is gone.
    await page.waitForTimeout(500);
    await rows.first().focus();
    await page.locator('tbody tr[data-index]:focus').waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Refuse 1 commission' });
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    await dialog.getByText('Say why: the partner reads it beside the commission.').waitFor();
    await clean();
    await dialog.getByLabel('Reason').fill('Own purchase');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rows.count()).toBe(total - 1);
    await expect.poll(() => statusOf(second), { timeout: 20_000 }).toBe('refused');
    expect(await statusOf(first)).toBe('in_review');
  });
});

test('finance approves several at once, in French, and may do nothing else; leaving the page sends what was decided', async () => {
  const ids = [await aboveTheCeiling('queue-3'), await aboveTheCeiling('queue-4')];
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/review?sort=newest');
    const rows = page.locator('tbody tr[data-index]');
    await rows.first().getByText('50,00').waitFor();
    expect(await page.getByRole('button', { name: 'Refuser' }).count()).toBe(0);
    await rows.nth(0).getByRole('checkbox').check();
    await rows.nth(1).getByRole('checkbox').check();
    await page.getByText('2 choisies').waitFor();
    await clean();
    await page.getByRole('region', { name: 'Ensemble' }).getByRole('button', { name: 'Valider' }).click();
    await page.getByText('2 commissions validées').waitFor();
    await page.goto('/console/partners');
    await expect.poll(async () => Promise.all(ids.map(statusOf)), { timeout: 10_000 }).toEqual(['pending', 'pending']);
  });
});

test('many are decided by file: what is impossible is told and keeps nothing back', async () => {
  const id = await aboveTheCeiling('queue-5');
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/review');
    await page.getByRole('button', { name: 'By file…' }).click();
    const drawer = page.getByRole('dialog', { name: 'Decide by file' });
    const file = `commissionId,action,reason\n${id},hold,to be looked at\ncom_01j0000000e0080000000000ff,approve,\n`;
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: 'reviews.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await clean();
    await drawer.getByRole('button', { name: 'Import the file' }).click();
    await drawer.getByText('reviews.csv: 1 rows taken, 0 known already, 1 rejected.').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.getByText('Held back', { exact: true }).click();
    await page.locator('tbody tr[data-index]').first().getByRole('button', { name: 'Let go' }).waitFor();
    expect(await statusOf(id)).toBe('held');
  });
});

test('a contested sale: the company says how the dispute ended, in French', async () => {
  const id = await aboveTheCeiling('contestee-1');
  await post(stage.origin, stage.secretKey, '/api/v1/track/refund', {
    eventId: 'contestee-1-litige',
    saleEventId: 'contestee-1',
    reason: 'dispute_opened',
  });
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/review?status=suspended');
    const row = page.getByRole('row', { name: /contestee-1/ });
    await row.getByText('Le client conteste le paiement de contestee-1').waitFor();
    await clean();
    await row.getByRole('button', { name: 'Litige gagné' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer qu’il est gagné' }).click();
    await page.getByText('Enregistré\u00a0: les commissions sont rétablies.').waitFor();
    await row.waitFor({ state: 'detached' });
    expect(await statusOf(id)).toBe('in_review');
  });
});
