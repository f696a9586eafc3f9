import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a charter is begun, shared, changed by a proposal of the partner in French on its phone, approved and signed by both', async () => {
  const tab = `/console/partners/${stage.partnerIds.lumiere}/charter`;
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab);
    await page.getByRole('button', { name: 'Begin the charter' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await clean();
    await page.getByLabel('Who answers for it at the company').fill('Ana Martin');
    await page.getByLabel('Who answers for it at the partner').fill('Zoé Petit');
    await page.getByRole('button', { name: 'Begin the charter' }).click();
    await page.getByText('Draft, not shared yet').or(page.getByText('Being drafted')).first().waitFor();
    await page.getByRole('button', { name: 'Remuneration' }).click();
    const plans = page.getByRole('dialog', { name: 'Remuneration' });
    await plans.getByRole('radio').first().check();
    await plans.getByRole('button', { name: 'Save' }).click();
    await plans.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Both' }).check({ force: true });
    await clean();
    await page.getByRole('button', { name: 'Share with the other side' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Share with the other side' }).click();
    await page.getByRole('button', { name: 'Approve' }).waitFor();
  });
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/terms');
    await page.getByRole('link', { name: 'Charte' }).click();
    await page.getByRole('button', { name: /Modifier la clause .*Résiliation avec préavis/ }).click();
    const editor = page.getByRole('dialog');
    await editor.getByLabel('{months}').fill('2');
    await editor.getByLabel('Pour l’autre partie').fill('Trois mois sont longs pour un atelier.');
    await clean();
    await editor.getByRole('button', { name: 'Proposer', exact: true }).click();
    await page.getByRole('heading', { name: 'Propositions à trancher' }).waitFor();
    await page.getByRole('button', { name: 'Retirer' }).waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab);
    await page.getByText('Trois mois sont longs pour un atelier.').first().waitFor();
    await clean();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Accepted: the text is changed.').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Your side has approved this text').waitFor();
  });
  await visiting({ as: 'partner', language: 'fr' }, async ({ page }) => {
    await page.goto('/portal/charter');
    await page.getByRole('button', { name: 'Approuver' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approuver' }).click();
    await page.getByRole('button', { name: 'Dire que nous avons signé' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dire que nous avons signé' }).click();
    await page.getByText('Signée par une partie').waitFor();
  });
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDF' }).click();
    expect((await saved).suggestedFilename()).toBe('charter-v1.pdf');
    await page.getByRole('button', { name: 'Say that we have signed' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Say that we have signed' }).click();
    await page.getByText('In force', { exact: true }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Draft a new version' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Draft a new version' }).click();
    await page.getByRole('button', { name: 'Share with the other side' }).waitFor();
  });
});
