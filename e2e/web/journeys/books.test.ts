import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('finance says who the company is, keeps accounts, writes a file, and looks at the declaration; others only read', async () => {
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/books/accounts');
    await page.getByRole('button', { name: 'Commencer par le plan français' }).click();
    const expense = page.getByLabel('Numéro : Commissions, la charge');
    expect(await expense.inputValue()).toBe('622200');
    await clean();
    await expense.fill('70');
    await page.getByRole('button', { name: 'Enregistrer les comptes' }).click();
    await page.getByText('Un numéro commence par trois chiffres').waitFor();
    await expense.fill('622210');
    await page.getByRole('button', { name: 'Enregistrer les comptes' }).click();
    await page.getByText('Les comptes sont enregistrés.').waitFor();

    await page.getByRole('link', { name: 'Entreprise' }).click();
    await page.getByRole('switch', { name: 'L’entreprise verse des salaires' }).click();
    await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await page.getByText('Ce que disent les déclarations est enregistré.').waitFor();
    await clean();
    await page.getByRole('link', { name: 'Cela s’écrit sous Réglages › Entreprise' }).click();
    await page.getByRole('button', { name: 'Renseigner l’entreprise' }).click();
    const company = page.getByRole('dialog', { name: 'Renseigner l’entreprise' });
    const fields = {
      Dénomination: 'Alpes Équipement',
      SIRET: '303 265 045 00003',
      'Code APE': '47.91a',
      'Numéro et rue': '12 rue des Écoles',
      'Code postal': '74000',
      Ville: 'Annecy',
      'Prénom et nom': 'Claire Martin',
      'E-mail': 'claire@alpes.example',
      Téléphone: '04 50 00 00 00',
    };
    for (const [label, value] of Object.entries(fields)) await company.getByLabel(label, { exact: true }).fill(value);
    await clean();
    await company.getByRole('button', { name: 'Écrire la fiche' }).click();
    await company.waitFor({ state: 'detached' });
    await page.getByText('30326504500003').first().waitFor();
    await clean();
    await page.goto('/console/books/company');
    await page.getByText('12 rue des Écoles, 74000 Annecy').waitFor();
    await clean();

    await page.getByRole('link', { name: 'Fichiers' }).click();
    await page.getByRole('button', { name: 'Écrire un fichier' }).click();
    const asked = page.getByRole('dialog', { name: 'Écrire un fichier' });
    await asked.getByText('Le fichier des écritures comptables').waitFor();
    await clean();
    await asked.getByRole('button', { name: 'Écrire le fichier' }).click();
    await asked.waitFor({ state: 'detached' });
    const download = page.getByRole('button', { name: /^Télécharger \d{9}FEC\d{8}\.txt$/ });
    await download.waitFor({ timeout: 20_000 });
    const file = page.waitForEvent('download');
    await download.click();
    const text = await readFile((await (await file).path()) ?? '', 'utf8');
    expect(text.split('\r\n')[0]?.split('\t')).toHaveLength(18);
    await page.getByRole('table', { name: 'Fichiers' }).getByRole('link').first().click();
    await page.getByText('Contrôles sans anomalie').waitFor();
    await clean();
    await page.keyboard.press('Escape');

    await page.goto('/console/books/das2');
    await page.getByText('Personne n’a été payé au-delà du seuil').waitFor();
    await clean();
  });
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/books');
    await page.getByRole('link', { name: 'DAS2' }).waitFor();
    expect(await page.getByRole('button', { name: 'Write a file' }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
  await visiting({ as: 'partner', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/statement');
    const year = page.getByRole('table', { name: /^The year \d{4}$/ });
    await year.getByText('In all').first().waitFor();
    await clean();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Yearly statement \d{4}, PDF$/ }).click();
    expect((await file).suggestedFilename()).toMatch(/^\d{4}\.pdf$/);
  });
});
