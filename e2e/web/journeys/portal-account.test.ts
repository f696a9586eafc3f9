import { expect, test } from 'vitest';
import { post, type Answer } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a partner corrects its details and invites a colleague, who comes in and is removed, in French', async () => {
  let link = '';
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal');
    await page.getByRole('button', { name: 'Votre menu' }).click();
    await page.getByRole('menuitem', { name: 'Votre compte' }).click();
    await page.getByLabel('Nom').fill('Refuge Conseil & Associés');
    await clean();
    await page.getByLabel('E-mail').fill('pas une adresse');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Une adresse e-mail est attendue.').waitFor();
    await page.getByLabel('E-mail').fill('bonjour@refuge.example');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Vos coordonnées sont enregistrées.').waitFor();
    await page.getByRole('link', { name: 'Personnes' }).click();
    await page.getByRole('table', { name: 'Personnes' }).getByText('Rémi Refuge').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Inviter un collègue' }).click();
    const form = page.getByRole('dialog', { name: 'Inviter un collègue' });
    await form.getByLabel('Nom').fill('Zoé Refuge');
    await form.getByLabel('E-mail').fill('zoe@refuge.example');
    await form.getByRole('button', { name: 'Inviter' }).click();
    await form.getByText('Remettez ce lien').waitFor();
    await clean();
    link = (await form.locator('pre').innerText()).trim();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await visiting({ language: 'fr' }, async ({ page }) => {
    await page.goto(new URL(link).pathname + new URL(link).search);
    await page.getByLabel('Mot de passe').first().fill(stage.password);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('Gagné à ce jour').first().waitFor();
  });
  await visiting({ as: 'otherPartner' }, async ({ page }) => {
    await page.goto('/portal/people');
    await page.getByRole('button', { name: 'Remove Zoé Refuge' }).click();
    await page.getByRole('dialog', { name: 'Remove Zoé Refuge?' }).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Zoé Refuge no longer signs in for you.').waitFor();
    await page.getByRole('cell', { name: 'zoe@refuge.example' }).waitFor({ state: 'detached' });
  });
});

test('the language somebody chooses is found again in another browser, and notifications are kept', async () => {
  await visiting({ as: 'partner', language: 'en' }, async ({ page, clean }) => {
    await page.goto('/portal/preferences');
    await page.getByLabel('Your week').waitFor();
    await clean();
    // The switch shows what is kept: it turns a moment after the click.
    await page.getByLabel('Your week').click({ force: true });
    await page.getByRole('switch', { name: 'Your week', checked: false }).waitFor();
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/update-user') && answer.ok());
    await page.getByLabel('Français').click();
    await kept;
    await page.getByRole('heading', { name: 'Langue' }).waitFor();
    await page.getByText('Votre semaine').waitFor();
  });
  await visiting({ as: 'partner', language: 'en' }, async ({ page }) => {
    await page.goto('/portal/preferences');
    await page.getByRole('heading', { name: 'Langue' }).waitFor();
    expect(await page.getByLabel('Votre semaine').isChecked()).toBe(false);
    await page.getByLabel('English').click();
    await page.getByRole('heading', { name: 'Language' }).waitFor();
  });
  // The others of this run read by their browser again.
  await forgetLanguage();
});

test('the company sees a portal exactly as the partner does, changes nothing, and the look is written down', async () => {
  await visiting({ as: 'viewer', height: 900 }, async ({ page, clean }) => {
    await page.goto(`/console/partners/${stage.partnerIds.lumiere}`);
    await page.getByRole('button', { name: 'See as this partner' }).click();
    await page.getByText('Nothing can be changed from here.').waitFor();
    await page.getByText('Earned so far').first().waitFor();
    await clean();
    await visiting({ as: 'partner', height: 900 }, async ({ page: theirs }) => {
      await theirs.goto('/portal');
      const read = async (one: typeof page) => {
        await one.reload();
        await one.getByRole('table', { name: 'Commissions' }).getByRole('link').first().waitFor();
        return one.getByRole('main').innerText();
      };
      // Others of this run may have it earn or lose meanwhile.
      const isSame = async () => (await read(page)) === (await read(theirs));
      await expect.poll(isSame, { timeout: 30_000 }).toBe(true);
    });
    await page.getByRole('link', { name: 'Links' }).click();
    await page.getByRole('button', { name: 'Create a link' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create the link' }).click();
    await page.getByRole('dialog').getByText('You are only looking').waitFor();
    await page.goto('/console/partners');
    await page.getByRole('heading', { name: 'Where you stand' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/portal');
    await page.getByRole('button', { name: 'Back to the console' }).click();
    await page.getByRole('heading', { name: 'Atelier Lumière', level: 1 }).waitFor();
  });
  const audit = await fetch(`${stage.origin}/api/v1/audit?limit=200`, {
    headers: { authorization: `Bearer ${stage.secretKey}` },
  });
  const { items } = (await audit.json()) as { items: Answer[] };
  expect(items.filter(({ action }) => action === 'portal.viewed').map(({ subject }) => subject)).toContain(
    stage.partnerIds.lumiere,
  );
});

async function forgetLanguage(): Promise<void> {
  await post(stage.origin, stage.cookies.partner, '/api/auth/update-user', { language: null });
}
