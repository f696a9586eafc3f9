import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { stage, visiting } = onStage();

test('a partner says what it is for tax, the company answers, and the document follows', async () => {
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/tax');
    await page.getByText('Vous n’avez pas encore dit').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Proposer des renseignements fiscaux' }).click();
    const drawer = page.getByRole('dialog', { name: 'Proposer des renseignements fiscaux' });
    await drawer.getByLabel('Vous êtes').click();
    await page.getByRole('option', { name: 'Entreprise' }).click();
    await drawer.getByLabel('Pays d’établissement').fill('France');
    await page.getByRole('option', { name: 'France', exact: true }).click();
    await drawer.getByLabel('Dénomination').fill('Atelier Lumière SARL');
    await drawer.getByLabel('Numéro et rue').fill('3 rue des Lilas');
    await drawer.getByLabel('Ville').fill('Lyon');
    await drawer.getByLabel('Situation au regard de la TVA').click();
    await page.getByRole('option', { name: 'Redevable de la TVA' }).click();
    await drawer.getByLabel('SIREN').fill('303 265 046');
    await drawer.getByRole('button', { name: 'Les proposer' }).click();
    await drawer.getByText('Ce SIREN ne peut pas exister').waitFor();
    await clean();
    await drawer.getByLabel('SIREN').fill('303 265 045');
    await drawer.getByLabel('Numéro de TVA').fill('FR 40 303 265 045');
    await drawer.getByRole('button', { name: 'Les proposer' }).click();
    await page.getByRole('heading', { name: 'Attend une réponse' }).waitFor();
    await page.getByText('Il manque').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
  await visiting({ as: 'finance', scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/settings/tax');
    const waiting = page.getByRole('list', { name: 'Proposed by partners' });
    await waiting.getByText('SIREN 303265045').waitFor();
    await clean();
    await waiting.getByRole('button', { name: 'Accept' }).click();
    const asked = page.getByRole('dialog');
    await clean();
    await asked.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Nothing waits for an answer.').waitFor();
    await page.goto(`/console/partners/${stage.partnerIds.lumiere}/tax`);
    await page.getByText('An invoice, VAT category S, rate 20%.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Vouch for it' }).click();
    const proof = page.getByRole('dialog', { name: 'Vouch for it' });
    await proof.getByLabel('What you saw').fill('Certificate of 3 November, file 2026-118');
    await proof.getByRole('button', { name: 'Vouch for it' }).click();
    await page.getByText('Number vouched for').waitFor();
    await page.getByRole('button', { name: 'Keep today’s decision' }).click();
    const kept = page.getByRole('list', { name: 'Decisions kept' });
    await kept.getByText(/of the table/).waitFor();
    await kept.getByText('An invoice, VAT category S, rate 20%.').waitFor();
    await clean();
  });
  await visiting({ as: 'partner' }, async ({ page }) => {
    await page.goto('/portal/tax');
    await page.getByText('An invoice, VAT category S, rate 20%.').waitFor();
    expect(await page.getByText('Certificate of 3 November').count()).toBe(0);
  });
});

test('what no rule settles is reviewed by a person', async () => {
  // Of its own: other journeys pay those of the company.
  const partner = await post(stage.origin, stage.secretKey, '/api/v1/partners', { name: 'Jeanne Morel', kind: 'referrer' });
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto(`/console/partners/${String(partner['id'])}/tax`);
    await page.getByRole('button', { name: 'Enter tax details' }).click();
    const drawer = page.getByRole('dialog', { name: 'Enter tax details' });
    await drawer.getByLabel('The partner is').click();
    await page.getByRole('option', { name: 'Employee of a third party' }).click();
    await drawer.getByLabel('First name and surname').fill('Jeanne Morel');
    await drawer.getByLabel('Town').fill('Annecy');
    await drawer.getByLabel('Date of birth').fill('1984-05-17');
    await clean();
    await drawer.getByRole('button', { name: 'Enter them' }).click();
    await page.getByText('Payment is held until then.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Answer the review' }).click();
    const review = page.getByRole('dialog', { name: 'Answer the review' });
    await review.getByLabel('Treated as').click();
    await page.getByRole('option', { name: 'Private person, occasionally' }).click();
    await review.getByLabel('Why').fill('The employer declares it');
    await clean();
    await review.getByRole('button', { name: 'Keep the answer' }).click();
    await page.getByText('No invoice: a statement that serves as a receipt.').waitFor();
    await clean();
  });
});

test('the next version of the table is drafted, corrected, and published', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/settings/tax');
    await page.getByText('France, redevable de la TVA').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Rédiger la version suivante' }).click();
    const drawer = page.getByRole('dialog', { name: 'La version suivante de la table' });
    await drawer.getByLabel('Nom').fill('Barème relu');
    const text = drawer.getByLabel('Zones, seuils, mentions et règles');
    const right = await text.inputValue();
    await text.fill(right.replace('"vatRate": 2000', '"vatRate": 0'));
    await drawer.getByRole('button', { name: 'Garder le brouillon' }).click();
    await drawer.getByText('document.rules[3].outcome.vatRate').waitFor();
    await clean();
    await text.fill(right.slice(1));
    await drawer.getByRole('button', { name: 'Garder le brouillon' }).click();
    await drawer.getByText('Ce n’est pas du JSON valide').waitFor();
    await text.fill(right.replace('"payments": 4', '"payments": 5'));
    await drawer.getByLabel('En vigueur à partir du').fill('2020-01-01');
    await drawer.getByRole('button', { name: 'Publier' }).click();
    await drawer.getByText('Ce jour est passé').waitFor();
    await clean();
    await drawer.getByLabel('En vigueur à partir du').fill('2099-01-01');
    await drawer.getByRole('button', { name: 'Publier' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByText('à partir de 5 paiements').waitFor();
    await page.getByText('1er janvier 2099').waitFor();
    await clean();
  });
});
