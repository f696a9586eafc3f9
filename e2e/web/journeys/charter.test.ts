import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

const tab = () => `/console/partners/${stage.partnerIds.lumiere}/charter`;

test('a charter is begun and shared, and the partner proposes a change in French on its phone', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab());
    await page.getByRole('button', { name: 'Begin the charter' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await clean();
    await page.getByLabel('Who answers for it at the company').fill('Ana Martin');
    await page.getByLabel('Who answers for it at the partner').fill('Zoé Petit');
    await page.getByRole('button', { name: 'Begin the charter' }).click();
    await page.getByText('Draft, not shared yet').or(page.getByText('Being drafted')).first().waitFor();
    await page.getByRole('button', { name: 'Remuneration', exact: true }).click();
    const plans = page.getByRole('dialog', { name: 'Remuneration' });
    await plans
      .getByRole('radio', { name: /version/ })
      .first()
      .check();
    await plans.getByRole('button', { name: 'Save' }).click();
    await plans.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Change: Roles' }).click();
    const roles = page.getByRole('dialog', { name: 'Roles and absences' });
    await roles.getByRole('button', { name: 'Add an activity' }).click();
    await roles.getByLabel('Activity · English').last().fill('Leads');
    await roles.getByRole('button', { name: 'Save', exact: true }).click();
    await roles.getByText('It can be kept like this, but not approved yet').waitFor();
    await clean();
    await roles.getByLabel('Activity · French').last().fill('Prospects');
    for (const field of [/^Accountable/, /^Responsible/]) {
      await roles.getByLabel(field).last().fill('Zoé');
      await page.getByRole('option', { name: /Zoé Petit/ }).click();
      await page.keyboard.press('Tab');
    }
    await roles.getByRole('button', { name: /^Save/ }).click();
    await roles.waitFor({ state: 'detached' });
    await page.getByText('Accountable: Zoé Petit.').first().waitFor();
    await page.getByText('Both', { exact: true }).click();
    await clean();
    await page.getByRole('button', { name: 'Share with the other side' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Share with the other side' }).click();
    await page.getByRole('button', { name: 'Approve this text' }).waitFor();
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
});

test('the proposal is accepted, and both approve and sign what was agreed', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab());
    await page.getByText('Trois mois sont longs pour un atelier.').first().waitFor();
    await clean();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Accepted: the text is changed.').waitFor();
    await page.getByRole('button', { name: 'Approve this text' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve this text' }).click();
    await page.getByText('Your side has approved this text').waitFor();
  });
  await visiting({ as: 'partner', language: 'fr' }, async ({ page }) => {
    await page.goto('/portal/charter');
    await page.getByRole('button', { name: 'Approuver ce texte' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approuver ce texte' }).click();
    await page.getByRole('button', { name: 'Dire que nous avons signé' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dire que nous avons signé' }).click();
    await page.getByText('Signée par une partie').waitFor();
  });
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(tab());
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
    await page.getByRole('button', { name: /Change clause .*: Review/ }).click();
    const review = page.getByRole('dialog', { name: 'Review' });
    await review.getByLabel('{months}').fill('6');
    await review.getByText('Against version 1').click();
    await review.locator('ins', { hasText: '6' }).first().waitFor();
    await review.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'What it changes in the obligations' }).waitFor();
    await clean();
  });
});
