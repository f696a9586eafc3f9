import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('the company changes its name and colour: what is too pale is said beside the field', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/settings');
    await page.waitForURL(/settings\/general/);
    await page.getByLabel('Couleur d’accent').fill('#ffff66');
    await page.getByRole('button', { name: 'Enregistrer couleur et expéditeur' }).click();
    await page
      .getByText(/contraste|claire/)
      .first()
      .waitFor();
    await clean();
    await page.getByLabel('Couleur d’accent').fill('#1f5f4a');
    await page.getByRole('button', { name: 'Enregistrer couleur et expéditeur' }).click();
    await page.getByText('Enregistré.').waitFor();
  });
});

test('a manager connects a system, and reads an event that was not understood', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/settings/connections');
    await page.getByRole('button', { name: 'Connect a system' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Connect a system' });
    await drawer.getByLabel('Name').fill('Test shop');
    await drawer.getByLabel('Signing secret').first().fill('whsec_c29tZXNlY3JldHRoYXRpc2xvbmc');
    await clean();
    await drawer.getByRole('button', { name: 'Connect', exact: true }).click();
    expect(await drawer.getByLabel('Address for events').innerText()).toMatch(/\/hooks\/stripe\/con_/);
    await drawer.getByRole('button', { name: 'Watch its events arrive' }).click();
    await page.getByRole('heading', { name: 'Test shop' }).waitFor();
    await page.getByText('No event here.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'End the connection' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Test shop is ended.').waitFor();
  });
});

test('a file of sales is imported, the rejected row with its reason', async () => {
  await visiting({ as: 'manager', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/console/settings/imports');
    await page.getByRole('button', { name: 'Importer un fichier' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Importer un fichier' });
    const file = 'eventId,customerId,amount,currency\nimp-1,client-90,120.00,EUR\nimp-2,client-91,beaucoup,EUR\n';
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: 'ventes.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await drawer.getByRole('button', { name: 'Importer le fichier' }).click();
    await drawer.getByText(/1 lignes prises, 0 déjà connues, 1 rejetées/).waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /ventes\.csv/ })
      .getByRole('button')
      .waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
});

test('what would be deleted is shown first; an archive of everything is made and downloaded; the trail says who', async () => {
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/settings/data');
    await page.getByRole('button', { name: 'Show what would be deleted' }).click();
    await page.getByText(/clicks from before/).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Make an archive' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).first().click({ timeout: 30_000 });
    expect((await download).suggestedFilename()).toMatch(/^cordee-.*\.gz$/);
    await page.goto('/console/settings/audit');
    await page.getByLabel('Action, such as key.created').fill('partner.created');
    await page.waitForURL(/action=partner.created/);
    const row = page.locator('tbody tr[data-index]').first();
    await row.getByText('partner.created').click();
    await page.getByRole('table', { name: 'What changed' }).waitFor();
    await clean();
  });
});

test('a webhook: its secret is shown once, what was sent is told with its tries', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/settings/webhooks');
    await page.getByRole('button', { name: 'Ajouter un webhook' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Ajouter un webhook' });
    await drawer.getByLabel('Adresse').fill('pas une adresse');
    await drawer.getByRole('button', { name: 'Ajouter le webhook' }).click();
    await drawer.getByText('Une adresse http(s) absolue est attendue.').waitFor();
    await clean();
    await drawer.getByLabel('Adresse').fill('https://erp.alpes.example/hooks');
    await drawer.getByRole('button', { name: 'Ajouter le webhook' }).click();
    const ready = page.getByRole('dialog', { name: 'Le webhook est prêt' });
    expect(await ready.getByLabel('Secret de signature').innerText()).toMatch(/^whsec_/);
    await ready.getByRole('button', { name: 'Continuer' }).click();
    // While it is being led there, the drawer still offers “Continuer : lui envoyer un essai”.
    await page.getByRole('button', { name: 'Envoyer un essai', exact: true }).click();
    const row = page.getByRole('row', { name: /webhook\.test/ });
    await row.getByRole('link').click();
    await page.getByRole('dialog').getByText('https://erp.alpes.example/hooks').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.goto('/console/settings/mails');
    await page.getByRole('heading', { name: 'Courriels' }).waitFor();
    await clean();
  });
});

test('finance sees the company, its own sign-in and what it decides on among the settings, and nothing of the others', async () => {
  await visiting({ as: 'finance' }, async ({ page }) => {
    await page.goto('/console/settings');
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    const parts = page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link');
    const seen = ['Company', 'Your sign-in', 'Claims', 'Disputes', 'Questionnaires', 'Invoicing', 'Seal', 'Taxes'];
    expect(await parts.allTextContents()).toEqual(seen);
    await page.goto('/console/settings/keys');
    await page.getByRole('heading', { name: 'This screen is not for your role.' }).waitFor();
  });
});
