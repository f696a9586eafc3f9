import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';
import { post } from '../api.ts';

const { visiting, stage } = onStage();

test('an owner signs in after a wrong password, in French, and arrives at the first screen', async () => {
  await visiting({ language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await clean();
    await page.getByLabel('E-mail').fill(stage.emails.owner);
    await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon');
    await page.keyboard.press('Enter');
    await page.getByText('Cet e-mail et ce mot de passe ne vont pas ensemble').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(stage.emails.owner);
    await page.getByLabel('Mot de passe', { exact: true }).fill(stage.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Accueil' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console');
  });
});

test('a partner who follows a link to a screen signs in and arrives there', async () => {
  await visiting({}, async ({ page }) => {
    await page.goto('/portal/contributions');
    await page.getByLabel('E-mail').fill(stage.emails.partner);
    await page.getByLabel('Password', { exact: true }).fill(stage.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Contributions' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/portal/contributions');
  });
});

test('somebody invited chooses a password: what is too short is said beside the field', async () => {
  const invited = { email: 'new@alpes.example', name: 'Nora', role: 'viewer' };
  const { invitationLink } = await post(stage.origin, stage.secretKey, '/api/v1/members', invited);
  const link = new URL(String(invitationLink));
  await visiting({}, async ({ page, clean }) => {
    await page.goto(`${link.pathname}${link.search}`);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Expected at least 10 characters.').waitFor();
    await clean();
    await page.getByLabel('Password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    // The link has served: whoever follows it again is told so.
    await page.goto(`${link.pathname}${link.search}`);
    await page.getByLabel('Password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('This one-time link has expired or was already used.').waitFor();
  });
});
