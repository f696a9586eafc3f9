import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

const tab = () => `/console/partners/${stage.partnerIds.refuge}/leaving`;

test('an exit is tried and shown, the partner gives notice on its phone, and the company proposes that both go on', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab());
    await page.getByText('Nobody has given notice').waitFor();
    await page.getByLabel('Notice given on').fill('2027-03-15');
    await page
      .getByText(/^Last day:/)
      .first()
      .waitFor();
    await clean();
    await page.getByRole('button', { name: 'Keep it and show it to the other side' }).click();
    await page.getByText('the other side sees it').waitFor();
  });
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/partnership');
    await page.getByRole('link', { name: 'Essayer, ou voir où elle en est' }).click();
    await page.getByText('montrée par l’autre côté').waitFor();
    await page.getByRole('button', { name: 'Donner congé' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Dernier jour').fill('2030-06-30');
    await dialog.getByLabel('Motif').fill('Nous changeons de métier.');
    await clean();
    await dialog.getByRole('button', { name: 'Donner congé' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Le préavis est donné', { exact: true }).first().waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab());
    await page.getByText('Nous changeons de métier.').first().waitFor();
    await page.getByRole('button', { name: 'Propose something else' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'To withdraw the notice' }).check();
    await dialog.getByLabel('A word with it').fill('Let us talk first.');
    await dialog.getByRole('button', { name: 'Propose something else' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('You propose').waitFor();
    await clean();
  });
});

test('both undo the notice, and each side takes its archive', async () => {
  await visiting({ as: 'otherPartner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/portal/leaving');
    await page.getByText('Let us talk first.').first().waitFor();
    await page.getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByText('Personne n’a donné congé').waitFor();
    await page.getByRole('button', { name: 'Faire une archive' }).click();
    await page.getByText('Prête', { exact: true }).waitFor({ timeout: 60_000 });
    await clean();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^prt_.*\.zip$/);
  });
});
