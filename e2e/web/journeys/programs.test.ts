import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();
const DAY = 86_400_000;

/** A program of this file's own, with a version in force since long ago. */
async function published(name: string, template = 'affiliate'): Promise<{ programId: string; planId: string }> {
  const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
  const program = await send('programs', { name, destinationUrl: 'https://boutique.alpes.example/', template });
  const planId = String(program['planId']);
  await send(`plans/${planId}/publication`, { effectiveAt: new Date(Date.now() - 60 * DAY).toISOString() });
  return { programId: String(program['id']), planId };
}

/** Opens the fields of one clause in the editor. */
async function openClause(page: Page, name: RegExp): Promise<void> {
  // The editor brings the schemas and core: on a busy machine that takes its time.
  await page.getByRole('button', { name }).and(page.locator('[aria-expanded]')).click({ timeout: 30_000 });
}

test('a manager creates a program from a template and reads its clauses in both languages', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/programs');
    await page.getByRole('link', { name: 'Affiliation' }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Créer un programme' }).click();
    const drawer = page.getByRole('dialog', { name: 'Créer un programme' });
    await drawer.getByLabel('Nom').fill('Apporteurs du Sud');
    await drawer.getByLabel('Destination').fill('boutique');
    await drawer.getByRole('radio', { name: 'Apporteurs d’affaires' }).click();
    await drawer.getByRole('button', { name: 'Créer le programme' }).click();
    await drawer.getByText('http').last().waitFor();
    await clean();
    await drawer.getByLabel('Destination').fill('https://boutique.alpes.example/pro');
    await drawer.getByRole('button', { name: 'Créer le programme' }).click();
    await page.getByRole('heading', { name: 'Apporteurs du Sud', level: 1 }).waitFor();
    await page.getByText('Aucune version n’est en vigueur').waitFor();
    await clean();
    await page.getByRole('link', { name: 'Lire les clauses' }).click();
    await page.getByText('Rémunération des prospects qualifiés').waitFor();
    await page.getByText('For each qualified lead credited to it').waitFor();
    await clean();
  });
});

test('the tabs of a program: its plans, enrollments, links and settings', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    const { programId } = await published('Tabs of a program');
    await page.goto(`/console/programs/${programId}/enrollments`);
    await page.getByRole('button', { name: 'Enroll a partner' }).first().click();
    const drawer = page.getByRole('dialog', { name: 'Enroll a partner' });
    await drawer.getByRole('combobox', { name: 'Partner' }).fill('nordwind');
    await page.getByRole('option', { name: 'Nordwind Handel' }).click();
    await drawer.getByRole('button', { name: 'Enroll the partner' }).click();
    await page.getByRole('row', { name: /Nordwind Handel/ }).waitFor();
    await clean();
    await page.getByRole('link', { name: 'Links and codes' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const maker = page.getByRole('dialog', { name: 'Make a link' });
    await maker.getByRole('combobox', { name: 'Partner' }).click();
    await page.getByRole('option', { name: 'Nordwind Handel' }).click();
    await maker.getByLabel('Code').fill('nordwind-pro');
    await maker.getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('row', { name: /nordwind-pro/ }).waitFor();
    await clean();
    await page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Repeated clicks, in minutes').fill('90');
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings were saved').waitFor();
    await page.getByRole('link', { name: 'Plans', exact: true }).click();
    await page.getByRole('row', { name: /Tabs of a program/ }).waitFor();
    await clean();
  });
});

test('a plan is written with a mistake, then right: it is said at its field, the clauses follow, nothing typed is lost', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    const { planId } = await published('Written with care', 'reseller');
    await page.goto(`/console/plans/${planId}/edit`);
    const beside = page.getByRole('complementary', { name: 'The clauses as they read' });
    await beside.getByText('from €25,000.00, 18%').waitFor();
    await openClause(page, /1\. quarter/);
    const step = page.getByLabel('Step 2, from');
    await step.fill('not much');
    await page.getByText('An amount is expected, such as 1,500.00.').waitFor();
    await beside.getByText('There is a mistake').waitFor();
    await clean();
    await step.fill('30,000');
    await beside.getByText('from €30,000.00, 18%').waitFor();
    await beside.getByText('de 30 000,00 €').waitFor();
    await beside.getByText('1 clause, marked').waitFor();
    await page.reload();
    await page.getByText('What you had typed and not saved is here again.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await beside.getByText('from €25,000.00, 18%').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await beside.getByText('from €30,000.00, 18%').waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved.').waitFor();
  });
}, 120_000);

test('a change is simulated on history, compared, and published with its notice', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    const { programId, planId } = await published('Publié avec préavis');
    const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
    const from = new Date(Date.now() - 50 * DAY).toISOString();
    const enrollment = await send('enrollments', { programId, partnerId: stage.partnerIds.lumiere, from });
    await send('coupons', { enrollmentId: enrollment['id'], code: 'PREAVIS' });
    for (const number of [1, 2, 3]) {
      await send('track/sale', {
        eventId: `preavis-${number}`,
        occurredAt: new Date(Date.now() - number * 9 * DAY).toISOString(),
        customer: { externalId: `preavis-${number}`, country: 'FR' },
        currency: 'EUR',
        lines: [{ id: '1', productId: 'corde', net: 10_000 }],
        coupon: 'PREAVIS',
      });
    }
    await page.goto(`/console/plans/${planId}/edit`);
    await openClause(page, /2\. new-customers/);
    await page.getByLabel('Taux').fill('12 %');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByText('Le brouillon est enregistré.').waitFor();

    await page.getByRole('link', { name: 'Simulation' }).click();
    await page.getByRole('button', { name: 'Simuler' }).click();
    await page.getByText('Partenaires qui gagnent').waitFor({ timeout: 30_000 });
    await page.getByRole('img', { name: 'Par mois' }).waitFor();
    await clean();
    const address = page.url();
    await page.getByRole('region', { name: 'Qui gagne, qui perd' }).getByText('Tableau').click();
    const row = page.getByRole('row', { name: /Atelier Lumière/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('6,00 €');
    const download = page.waitForEvent('download');
    await page.getByRole('region', { name: 'Par mois' }).getByRole('button', { name: 'PNG' }).click();
    expect((await download).suggestedFilename()).toMatch(/^simulation-months-.*\.png$/);

    await page.getByRole('link', { name: 'Publication' }).click();
    await page.getByText('30 jours de préavis').waitFor();
    await page.getByRole('article', { name: 'Ce que Atelier Lumière lira' }).getByText('12 %').first().waitFor();
    await clean();
    await page.getByRole('button', { name: 'Publier la version 2' }).click();
    await page.getByRole('dialog').getByText('ne peut être ni modifiée ni retirée').waitFor();
    await clean();
    await page.getByRole('dialog').getByRole('button', { name: 'Publier' }).click();
    await page.getByText('annoncée pour le').waitFor();
    // What was simulated is found again by its address.
    await page.goto(address);
    await page.getByText('Partenaires qui gagnent').waitFor();
  });
}, 120_000);

test('two versions are compared word by word, in either language, on a phone as well', async () => {
  await visiting({ as: 'viewer', width: 390, height: 844 }, async ({ page, clean }) => {
    const { planId } = await published('Compared');
    const plan = await fetch(`${stage.origin}/api/v1/plans/${planId}`, {
      headers: { authorization: `Bearer ${stage.secretKey}` },
    });
    const { versions } = (await plan.json()) as { versions: { document: object }[] };
    const document = { ...versions[0]?.document, holdDays: 45 };
    await post(stage.origin, stage.secretKey, `/api/v1/plans/${planId}/versions`, { document });
    await page.goto(`/console/plans/${planId}/versions`);
    await page.getByText('1 clause differs.').waitFor();
    expect((await page.locator('ins').allInnerTexts()).map((text) => text.trim())).toEqual(['45']);
    expect((await page.locator('del').allInnerTexts()).map((text) => text.trim())).toEqual(['30']);
    await clean();
    await page.getByText('Français').click();
    await page.getByText('Délai de carence').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
