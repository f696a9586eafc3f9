import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a manager searches, filters by kind, opens a partner by keyboard alone', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/partners');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await row('Atelier Lumière').waitFor();
    await clean();
    await page.getByRole('searchbox', { name: 'Name, e-mail or reference' }).fill('nord');
    await row('Atelier Lumière').waitFor({ state: 'detached' });
    await row('Nordwind').waitFor();
    expect(page.url()).toContain('search=nord');
    await page.reload();
    await row('Nordwind').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nordwind Handel', level: 1 }).waitFor();
    await page.getByText('This partner has earned nothing yet.').waitFor();
    await clean();
  });
});

test('a manager adds a partner: the contract says what is wrong beside the field, and nothing typed is lost', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/partners');
    await page.getByRole('button', { name: 'Ajouter un partenaire' }).click();
    const drawer = page.getByRole('dialog', { name: 'Ajouter un partenaire' });
    await drawer.getByLabel('E-mail').fill('pas-une-adresse');
    await drawer.getByRole('button', { name: 'Ajouter le partenaire' }).click();
    await drawer.getByText('Une adresse e-mail est attendue.').waitFor();
    await clean();
    await drawer.getByLabel('Nom').fill('Écrins & Fils');
    await drawer.getByLabel('E-mail').fill('ecrins@ecrins.example');
    await drawer.getByRole('button', { name: 'Ajouter le partenaire' }).click();
    await page.getByRole('heading', { name: 'Écrins & Fils', level: 1 }).waitFor();
  });
});

test('why a sale paid, and why another did not', async () => {
  await visiting({ as: 'viewer' }, async ({ page, clean }) => {
    // Few are unpaid: what other journeys record does not push it out of sight.
    await page.goto('/console/facts?unpaid=true');
    await page
      .getByRole('row', { name: /commande-2001/ })
      .getByRole('link')
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('No touchpoint ties this fact to a partner.').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.goto(`/console/facts?why=${stage.saleId}`);
    await drawer.getByRole('heading', { name: 'What it earned' }).waitFor();
    expect(await drawer.innerText()).toContain('10%');
    await clean();
  });
});

test('the palette leads anywhere, the hints say which keys there are', async () => {
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/partners');
    await page.getByRole('heading', { name: 'Partners', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Search' }).fill('commis');
    await clean();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Commissions', level: 1 }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await clean();
  });
});
