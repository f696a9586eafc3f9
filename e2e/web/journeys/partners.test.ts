import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();

test('a manager narrows the list, orders it, chooses columns and keeps it as a view', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/partners');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await row('Atelier Lumière').waitFor();
    await page.getByRole('button', { name: 'More filters' }).click();
    await clean();
    await page.getByRole('combobox', { name: 'Enrollment' }).click();
    await page.getByRole('option', { name: 'Enrollment active' }).click();
    await row('Kestrel').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Order' }).click();
    await page.getByRole('option', { name: 'Most earned first' }).click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Programs' }).click();
    await page.getByRole('columnheader', { name: 'Programs' }).waitFor();
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('earned');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Keep this view…' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Enrolled, best first');
    await clean();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'Enrolled, best first' }).waitFor();
    await page.goto('/console/partners');
    await row('Kestrel').waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Enrolled, best first' }).click();
    await row('Kestrel').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Enrolled, best first' }).click();
    await page.getByRole('menuitem', { name: 'Change my views…' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('You have no view yet.').waitFor();
    await clean();
  });
});

test('several partners are selected and tagged at once; it can be taken back', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/partners');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await row('Kestrel').focus();
    await page.keyboard.press('x');
    await page.getByText('1 partenaire sélectionné').waitFor();
    await page.keyboard.press('ArrowDown');
    await row('Léa Fontaine').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Shift+X');
    await page.getByText('2 partenaires sélectionnés').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Étiqueter…', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter les étiquettes' });
    await dialog.getByText('2 partenaires').waitFor();
    await dialog.getByRole('combobox', { name: 'Étiquettes' }).fill('salon 2026');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Ajouter les étiquettes' }).click();
    await row('Kestrel').getByText('salon 2026').waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await row('Kestrel').getByText('salon 2026').waitFor({ state: 'detached' });
  });
});

test('who is enrolled already stays as it is, and the number says so', async () => {
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console/partners?search=lumi');
    await page.getByRole('checkbox', { name: 'Select Atelier Lumière' }).check();
    await page.getByRole('button', { name: 'Enroll…' }).click();
    await page.getByRole('combobox', { name: 'Program' }).click();
    await page.getByRole('option', { name: 'Affiliation' }).click();
    await clean();
    await page.getByRole('button', { name: 'Enroll', exact: true }).click();
    await page.getByText('Changed: 0 of 1.').waitFor();
  });
});

test('on the board a partner is moved by its menu, and the column counts it', async () => {
  await visiting({ as: 'manager', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/partners?view=board');
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    await column('Actif').getByRole('link', { name: 'Cabinet Morel' }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Déplacer Cabinet Morel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Renouvellement' }).click();
    // The focus goes along.
    await column('Renouvellement').locator('a:focus', { hasText: 'Cabinet Morel' }).waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await column('Actif').getByRole('link', { name: 'Cabinet Morel' }).waitFor();
  });
});
