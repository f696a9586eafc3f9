import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('a partner makes a deep link, is told where it may lead, labels it and ends it, on a phone in French', async () => {
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/links');
    await page.getByRole('table', { name: 'Liens' }).getByText('/alpes-1').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Créer un lien' }).click();
    const form = page.getByRole('dialog', { name: 'Créer un lien' });
    await form.getByLabel('Page où il mène').fill('https://ailleurs.example/');
    await form.getByLabel('Votre mot').fill('Été-26');
    await clean();
    await form.getByRole('button', { name: 'Créer le lien' }).click();
    await form.getByText('Un lien mène à une adresse http(s) sur boutique.alpes.example').waitFor();
    await form.getByLabel('Page où il mène').fill('https://boutique.alpes.example/cordes');
    await form.getByRole('button', { name: 'Créer le lien' }).click();
    const details = page.getByRole('dialog', { name: 'ete-26' });
    await details.getByText('https://boutique.alpes.example/cordes').waitFor();
    await details.getByLabel('Sous-identifiant').fill('affiche');
    await details.getByLabel('Campagne').fill('été');
    await details.getByText('/ete-26?sub=affiche&utm_campaign=%C3%A9t%C3%A9').waitFor();
    await details.getByRole('img', { name: /Code QR de .*sub=affiche/ }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), details.getByRole('button', { name: 'PNG' }).click()]);
    expect(file.suggestedFilename()).toBe('ete-26.png');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
    await details.getByRole('button', { name: 'Le terminer' }).click();
    await page.getByRole('dialog', { name: 'Terminer ete-26 ?' }).getByRole('button', { name: 'Terminer le lien' }).click();
    await details.getByText('Terminé le').waitFor();
  });
});

test('a link is made with the keyboard alone, and the codes to type stand beside', async () => {
  await visiting({ as: 'partner' }, async ({ page, clean }) => {
    await page.goto('/portal/links');
    await page.getByRole('button', { name: 'Create a link' }).waitFor();
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'Create a link' });
    await form.getByLabel('Your word').focus();
    await page.keyboard.type('keys');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'keys' }).getByText('/r/').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: 'Links' }).getByText('/keys').waitFor();
    await page.getByRole('link', { name: 'Codes' }).click();
    await page.getByRole('table', { name: 'Codes' }).getByText('cordee1').waitFor();
    await clean();
  });
});
