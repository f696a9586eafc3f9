import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();
const page = `/console/partners/${stage.partnerIds.refuge}`;

test('finance writes, corrects and removes a note, takes that back, and finds it in the timeline', async () => {
  await visiting({ as: 'finance' }, async ({ page: screen, clean }) => {
    await screen.goto(page);
    await screen.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: 'Notes' }).click();
    await screen.waitForURL(/\/notes$/);
    await screen.getByRole('button', { name: 'Write the note' }).click();
    await screen.locator('[aria-invalid=true]').waitFor();
    await screen.getByLabel('A new note').fill('Called on Monday:\nwants a code for the spring fair.');
    await screen.getByRole('button', { name: 'Write the note' }).click();
    const note = screen.getByRole('list', { name: 'Notes' }).getByRole('listitem').filter({ hasText: 'spring fair' });
    await note.getByText('Inès Caron').waitFor();
    expect(await screen.getByLabel('A new note').inputValue()).toBe('');
    await clean();
    await note.getByRole('button', { name: 'Change' }).click();
    await screen.getByLabel('Note', { exact: true }).fill('Called on Monday: wants a code for the autumn fair.');
    await clean();
    await screen.getByRole('button', { name: 'Save' }).click();
    const corrected = screen.getByRole('listitem').filter({ hasText: 'autumn fair' });
    await corrected.getByText(/changed/).waitFor();
    await corrected.getByRole('button', { name: 'Remove' }).click();
    await corrected.waitFor({ state: 'detached' });
    await screen.getByRole('button', { name: 'Undo' }).click();
    await corrected.waitFor();

    await screen.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: 'Timeline' }).click();
    const rows = screen.locator('tbody tr[data-index]');
    await rows.filter({ hasText: 'autumn fair' }).getByRole('link', { name: 'Note' }).waitFor();
    await clean();
  });
}, 120_000);

test('an owner follows what happened in French, part by part, to where it belongs', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page: screen, clean }) => {
    await screen.goto(`${page}/timeline`);
    const rows = screen.locator('tbody tr[data-index]');
    await rows.first().waitFor();
    await clean();
    await screen.getByRole('combobox', { name: 'Ce qui s’est passé' }).click();
    await screen.getByRole('option', { name: 'Étapes et adhésions' }).click();
    await screen.waitForURL(/only=terms/);
    await rows.filter({ hasText: 'Adhésion active' }).waitFor();
    await rows.filter({ hasText: 'Étape : Actif' }).waitFor();
    expect(await rows.filter({ hasText: 'Vente' }).count()).toBe(0);
    await screen.getByRole('combobox', { name: 'Ce qui s’est passé' }).click();
    await screen.getByRole('option', { name: 'Faits et versements' }).click();
    await rows.getByRole('link', { name: 'Vente' }).first().click();
    await screen.getByRole('dialog').waitFor();
    await screen.goto(`${page}/timeline?only=changes`);
    await rows.getByRole('link', { name: 'Partenaire ajouté' }).click();
    await screen.waitForURL(/settings\/audit.*subject=prt_/);
    await screen.getByText('partner.created').first().waitFor();
  });
}, 120_000);

test('on a phone a viewer reads the notes and writes none; the partner is shown none', async () => {
  await visiting({ as: 'viewer', width: 390, height: 844 }, async ({ page: screen, clean }) => {
    await screen.goto(`${page}/notes`);
    await screen.getByText(/autumn fair/).waitFor();
    expect(await screen.getByRole('button', { name: 'Write the note' }).count()).toBe(0);
    expect(await screen.getByRole('button', { name: 'Remove' }).count()).toBe(0);
    await clean();
  });
  const refused = await fetch(`${stage.origin}/api/v1/partners/${stage.partnerIds.refuge}/notes`, {
    headers: { cookie: stage.cookies.otherPartner },
  });
  expect(refused.status).toBe(403);
});

test('a manager moves the stage with its reason and tags the partner; both stand in the head and in the timeline', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page: screen, clean }) => {
    await screen.goto(page);
    await screen.getByText('Actif', { exact: true }).waitFor();
    await screen.getByRole('button', { name: 'Changer d’étape' }).click();
    const drawer = screen.getByRole('dialog', { name: 'Changer d’étape' });
    await drawer.getByRole('combobox', { name: 'Étape' }).click();
    await screen.getByRole('option', { name: 'Renouvellement' }).click();
    await drawer.getByLabel('Motif').fill('Contrat à reconduire en mars');
    await clean();
    await drawer.getByRole('button', { name: 'Changer d’étape' }).click();
    await drawer.waitFor({ state: 'detached' });
    await screen.getByText('Renouvellement', { exact: true }).waitFor();

    await screen.getByRole('button', { name: 'Ajouter des étiquettes' }).click();
    const tags = screen.getByRole('dialog', { name: 'Modifier les étiquettes' });
    await tags.getByLabel('Étiquettes').fill('Salon 2026');
    await screen.keyboard.press('Enter');
    await clean();
    await tags.getByRole('button', { name: 'Enregistrer' }).click();
    await tags.waitFor({ state: 'detached' });
    await screen.getByText('salon 2026', { exact: true }).waitFor();
    await clean();
    await screen.goto(`${page}/timeline?only=terms`);
    await screen.locator('tbody tr[data-index]').filter({ hasText: 'Contrat à reconduire en mars' }).waitFor();
  });
}, 120_000);

test('a manager makes a link and a code for the partner, shows its QR code and ends both', async () => {
  await visiting({ as: 'manager' }, async ({ page: screen, clean }) => {
    await screen.goto(`${page}/links`);
    await screen.getByRole('button', { name: 'Create a link' }).click();
    const form = screen.getByRole('dialog', { name: 'Create a link' });
    await form.getByLabel('Word in the address').fill('refuge-autumn');
    await clean();
    await form.getByRole('button', { name: 'Create the link' }).click();
    const link = screen.getByRole('dialog', { name: 'refuge-autumn' });
    await link.getByRole('img', { name: /QR code of .*refuge-autumn/ }).waitFor();
    await clean();
    await link.getByRole('button', { name: 'End it' }).click();
    await screen.getByRole('dialog', { name: 'End refuge-autumn?' }).getByRole('button', { name: 'End the link' }).click();
    await link.getByText(/Ended on/).waitFor();
    await screen.keyboard.press('Escape');
    await link.waitFor({ state: 'detached' });

    await screen.getByRole('button', { name: 'Give a code' }).click();
    const code = screen.getByRole('dialog', { name: 'Give a code' });
    await code.getByRole('button', { name: 'Give the code' }).click();
    await code.locator('[aria-invalid=true]').waitFor();
    await code.getByLabel('Code').fill('REFUGE-AUTUMN');
    await code.getByRole('button', { name: 'Give the code' }).click();
    await code.waitFor({ state: 'detached' });
    const row = screen
      .getByRole('table', { name: 'Codes' })
      .getByRole('row')
      .filter({ hasText: /refuge-autumn/i });
    await row.getByRole('button', { name: /^End refuge-autumn/i }).click();
    await screen
      .getByRole('dialog', { name: /End refuge-autumn/i })
      .getByRole('button', { name: 'End the code' })
      .click();
    await row.getByText('Ended').waitFor();
    await clean();
  });
}, 120_000);

test('an owner invites somebody for the partner in French, removes them, and reads its statement', async () => {
  await visiting({ as: 'owner', language: 'fr', width: 390, height: 844 }, async ({ page: screen, clean }) => {
    await screen.goto(`${page}/people`);
    await screen.getByText('Rémi Refuge').waitFor();
    await clean();
    await screen.getByRole('button', { name: 'Inviter quelqu’un' }).click();
    const drawer = screen.getByRole('dialog', { name: 'Inviter quelqu’un' });
    await drawer.getByLabel('Nom').fill('Zoé Cime');
    await drawer.getByLabel('E-mail').fill('zelie@lumiere.example');
    await drawer.getByRole('button', { name: 'Inviter' }).click();
    await drawer.getByText(/invitation\?token=/).waitFor();
    await clean();
    await screen.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await screen.getByRole('button', { name: 'Retirer Zoé Cime' }).click();
    const question = screen.getByRole('dialog', { name: /^Retirer Zoé Cime.\?$/ });
    await question.getByRole('button', { name: 'Retirer' }).click();
    await question.waitFor({ state: 'detached' });
    await screen.getByText('zelie@lumiere.example').waitFor({ state: 'detached' });

    const [from, to] = [-60, 0].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    await screen.goto(`${page}/statement?from=${from}&to=${to}`);
    await screen.getByRole('table', { name: /Relevé/ }).waitFor();
    await clean();
  });
}, 120_000);
