import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('a partner opens a dispute on its phone, in French; both write sealed briefs, agree, and the file is whole', async () => {
  let dispute = '';
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/terms');
    await page.getByRole('link', { name: 'Différends' }).click();
    await page.getByRole('button', { name: 'Ouvrir un différend' }).first().click();
    const form = page.getByRole('dialog', { name: 'Ouvrir un différend' });
    await form.getByRole('button', { name: 'Ouvrir le différend' }).click();
    await form.locator('[aria-invalid=true]').first().waitFor();
    await clean();
    await form.getByLabel('En une ligne').fill('La commission de novembre');
    await form.getByLabel('De quoi il s’agit').fill('Le renouvellement venait de nous.');
    await form.getByRole('button', { name: 'Ouvrir le différend' }).click();
    await page.waitForURL(/\/portal\/disputes\/dsp_/);
    dispute = page.url().split('/').at(-1) ?? '';
    await page.getByRole('heading', { name: 'Les échelons' }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Rédiger votre note' }).click();
    const brief = page.getByRole('dialog', { name: 'Votre note' });
    await brief.getByLabel('Les faits').fill('Enregistré le 3 mars.');
    await brief.getByLabel('Comment cette partie voit les choses').fill('La protection courait encore.');
    await brief.getByLabel('Ce qu’elle demande').fill('La commission entière.');
    await brief.getByRole('button', { name: 'Remettre définitivement' }).click();
    await page.getByText('Enregistré le 3 mars.').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/disputes?state=to_answer');
    await page.getByRole('link', { name: 'La commission de novembre' }).click();
    await page.getByText('Sealed: you read it once yours is in too').waitFor();
    expect(await page.getByText('Enregistré le 3 mars.').count()).toBe(0);
    await clean();
    await page.getByRole('button', { name: 'Write your brief' }).click();
    const brief = page.getByRole('dialog', { name: 'Your brief' });
    await brief.getByLabel('The facts').fill('Renewed on 12 October.');
    await brief.getByLabel('How this side sees it').fill('Six months had passed.');
    await brief.getByLabel('What it asks').fill('Nothing is owed.');
    await brief.getByRole('button', { name: 'Hand in for good' }).click();
    await page.getByText('Enregistré le 3 mars.').waitFor();
    await page.getByRole('button', { name: 'Propose a decision' }).click();
    const decision = page.getByRole('dialog', { name: 'Propose a decision' });
    await decision.getByLabel('Reasons').fill('Both had a part in it.');
    await decision.getByRole('button', { name: 'Add what follows' }).click();
    await decision.getByLabel('What', { exact: true }).fill('Pay half of it');
    await clean();
    await decision.getByRole('button', { name: 'Propose it' }).click();
    await page.getByText('Waits for an answer').waitFor();
  });
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto(`/portal/disputes/${dispute}`);
    await page.getByText('Renewed on 12 October.').waitFor();
    await page.getByRole('button', { name: 'Accepter cette décision' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter cette décision' }).click();
    await page.getByText('Réglé', { exact: true }).first().waitFor();
    await clean();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger le dossier de preuve' }).click();
    // An archive names its files as they are.
    const archive = readFileSync(await (await saved).path(), 'latin1');
    for (const name of ['file.fr.pdf', 'audit.json', 'briefs/step-1-company.json']) expect(archive).toContain(name);
    await page.goto('/portal/obligations');
    await page.getByText('Pay half of it').waitFor();
  });
});
