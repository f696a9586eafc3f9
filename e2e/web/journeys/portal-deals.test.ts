import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a partner registers a deal on a phone in French, the company confirms it, and it counts', async () => {
  let deal = '';
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/contributions');
    await page.getByRole('link', { name: 'Déclarées' }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).first().click();
    const form = page.getByRole('dialog', { name: 'Enregistrer' });
    await form.getByLabel('Montant attendu').fill('beaucoup');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await form.locator('[aria-invalid=true]').first().waitFor();
    await clean();
    await form.getByLabel('Client').fill('Refuge du Lac');
    await form.getByLabel('Son e-mail').fill('achats@lac.example');
    await form.getByLabel('Montant attendu').fill('4 800,50');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    const details = page.getByRole('dialog', { name: 'Affaire' });
    await details.getByText('En attente de l’entreprise').waitFor();
    await details.getByText('4 800,50').waitFor();
    deal = new URL(page.url()).searchParams.get('open') ?? '';
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await post(stage.origin, stage.secretKey, `/api/v1/contributions/${deal}/confirmation`, {
    customerExternalId: 'client-lac',
  });
  await visiting({ as: 'partner' }, async ({ page, clean }) => {
    await page.goto(`/portal/declared?open=${deal}`);
    const details = page.getByRole('dialog', { name: 'Deal' });
    await details.getByText('Confirmed', { exact: true }).waitFor();
    await clean();
    await details.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog', { name: 'Withdraw it?' }).getByRole('button', { name: 'Withdraw' }).click();
    await details.getByText('Withdrawn', { exact: true }).waitFor();
  });
});

test('a lead without consent is not taken', async () => {
  await visiting({ as: 'partner' }, async ({ page, clean }) => {
    await page.goto('/portal/declared?open=new');
    const form = page.getByRole('dialog', { name: 'Register' });
    await form.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Lead' }).click();
    await form.getByLabel('Customer').fill('Jeanne Roche');
    await form.getByLabel('Their e-mail').fill('jeanne@roche.example');
    await form.getByRole('button', { name: 'Register' }).click();
    await form.getByText('Nothing is taken without it.').waitFor();
    await form.getByLabel('This person agreed').check();
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('dialog', { name: 'Lead' }).getByText('Waiting for the company').waitFor();
    await clean();
  });
});
