import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('a manager writes a question of its own in both languages, tries it, and publishes it', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/settings/questionnaires');
    await page.getByRole('button', { name: 'Begin a questionnaire' }).click();
    await page.getByRole('heading', { name: 'Before working with a referrer', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('menuitem', { name: 'Pace' }).click();
    const drawer = page.getByRole('dialog', { name: 'A new question' });
    await drawer.getByText('Write it in both languages.').waitFor();
    await drawer.getByLabel('Question (English)').fill('How soon do you answer?');
    const named = page.getByRole('dialog', { name: 'How soon do you answer?' });
    await named.getByLabel('Question (French)').fill('En combien de temps répondez-vous ?');
    await named.getByRole('combobox', { name: 'Answered by' }).click();
    await page.getByRole('option', { name: 'A number' }).click();
    await named.getByRole('tab', { name: 'Preview' }).click();
    await named.getByLabel('How soon do you answer?').fill('1');
    await named.getByText('Read as: 1 day').waitFor();
    await named.getByText('Read as: 1 jour').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    const row = page.getByRole('button', { name: /How soon do you answer\?/ });
    await row.waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. From now on it is asked with this version.').waitFor();
    await page.getByRole('button', { name: 'Version 1' }).click();
    await page.getByRole('dialog', { name: 'Version 1' }).getByText('How soon do you answer?').waitFor();
    await clean();
  });
});

test('a set of another country is tried, added, and switched off, in French', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/law');
    await page.getByRole('link', { name: 'Jeux de règles' }).click();
    await page.getByRole('link', { name: 'Ajouter un jeu' }).click();
    await page.getByLabel('Nom').fill('Droit belge');
    await page.getByRole('button', { name: 'Un exemple' }).click();
    await page.getByLabel('Jours pour payer').fill('61');
    await page.getByText('1 règle n’est pas respectée').waitFor();
    await clean();
    const text = page.getByLabel('Le jeu, en JSON');
    const right = await text.inputValue();
    await text.fill(right.replace('"number": "payment_days"', '"number": "hours"'));
    await page.getByText('rules[0].asks').waitFor();
    await text.fill(right);
    await page.getByLabel('Jours pour payer').waitFor();
    await page.getByRole('button', { name: 'Ajouter le jeu' }).click();
    await page.getByRole('heading', { name: 'Droit belge', level: 1 }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Désactiver' }).click();
    await page.getByRole('button', { name: 'Activer' }).waitFor();
    await page.getByText('Désactivé', { exact: false }).first().waitFor();
    expect(await page.getByRole('heading', { name: 'Historique' }).isVisible()).toBe(true);
  });
});

test('whose holidays count is said in the settings, and the days that follow are listed', async () => {
  await visiting({ as: 'manager', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/console/obligations');
    await page.getByRole('button', { name: 'Holidays' }).click();
    await page.getByText('Our own table, with the law as its source.').waitFor();
    await page.getByText('Bastille Day').waitFor();
    for (const holder of ['Both: a holiday of either is a day off', 'Those of the company’s country']) {
      await page.getByRole('radio', { name: holder }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
    }
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
