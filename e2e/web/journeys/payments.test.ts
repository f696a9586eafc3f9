import { expect, test } from 'vitest';
import { onStage } from '../on-stage.ts';

const { stage, visiting } = onStage();

const answer = (reference: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;

test('accounts are entered by one and confirmed by another; a batch is made, approved, its file downloaded, and given up', async () => {
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/payments/accounts');
    await page.getByText('Pas encore de compte').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Saisir un compte' }).click();
    const drawer = page.getByRole('dialog', { name: 'Saisir un compte' });
    await drawer.getByLabel('Titulaire du compte').fill('Alpes Équipement SAS');
    await drawer.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 188');
    await drawer.getByRole('button', { name: 'Saisir le compte' }).click();
    await drawer.getByText('its check digits').or(drawer.getByText('clé')).first().waitFor();
    await clean();
    await drawer.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 189');
    await drawer.getByRole('button', { name: 'Saisir le compte' }).click();
    await page.getByText('FR•• •••• 0189').first().waitFor();
    await page.goto(`/console/partners/${stage.partnerIds.refuge}/account`);
    await page.getByRole('button', { name: 'Saisir un compte' }).click();
    await drawer.getByLabel('Titulaire du compte').fill('Le Refuge');
    await drawer.getByLabel('IBAN').fill('BE68 5390 0754 7034');
    await drawer.getByRole('button', { name: 'Saisir le compte' }).click();
    await page.getByText('BE•• •••• 7034').first().waitFor();
    await clean();
    // Whoever entered it is told that somebody else must confirm it.
    await page.getByRole('button', { name: 'Confirmer' }).click();
    const asked = page.getByRole('dialog', { name: 'Confirmer le compte de Le Refuge ?' });
    await asked.getByRole('button', { name: 'Confirmer' }).click();
    await asked.getByText('Quelqu’un d’autre doit confirmer').waitFor();
    await clean();
  });
  await visiting({ as: 'owner', scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console');
    await page.getByRole('link', { name: /bank accounts? to confirm/ }).click();
    const waiting = page.getByRole('list', { name: 'To confirm' });
    for (const holder of ['Le Refuge', 'Alpes Équipement SAS']) {
      await waiting.getByRole('listitem').filter({ hasText: holder }).getByRole('button', { name: 'Confirm' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
      await waiting.getByRole('listitem').filter({ hasText: holder }).waitFor({ state: 'detached' });
    }
    await clean();
    await page.getByRole('link', { name: 'To pay' }).click();
    const row = page.getByRole('row', { name: /BE•• •••• 7034/ });
    await row.getByText('Can be paid').waitFor();
    await clean();
    await page.getByRole('checkbox', { name: 'Choose Refuge Conseil' }).check();
    await page.getByRole('region', { name: 'Chosen for a batch' }).getByText('1 partner chosen').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Make a batch of those chosen' }).click();
    await page.getByRole('dialog', { name: 'Make a batch' }).getByText('The whole payable balance of 1 partner').waitFor();
    await page.getByRole('dialog', { name: 'Make a batch' }).getByRole('button', { name: 'Make the batch' }).click();
    await page.getByRole('table', { name: 'Lines of the batch' }).getByText('Under way').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByText('Somebody else must confirm this').waitFor();
    await clean();
  });
  await visiting({ as: 'finance', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/console/payments/batches?state=waiting');
    await page.locator('main').getByRole('link', { name: 'Commissions' }).first().click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the file' }).click();
    expect((await file).suggestedFilename()).toMatch(/^bat_\w+\.xml$/);
    await page.getByText(/SHA-256 [0-9a-f]{64}/).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
    await page.getByRole('button', { name: 'Cancel the batch' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this batch?' });
    await dialog.getByLabel('Reason').fill('Only a rehearsal');
    await dialog.getByRole('button', { name: 'Cancel the batch' }).click();
    await page.getByText('Cancelled: Only a rehearsal').waitFor();
    await clean();
  });
});

test('the bank’s answer is read, and what is not ours is said', async () => {
  await visiting({ as: 'finance' }, async ({ page, clean }) => {
    await page.goto('/console/payments/batches');
    await page.getByRole('button', { name: 'Read what became of them' }).click();
    const drawer = page.getByRole('dialog', { name: 'What became of the payments' });
    const give = (text: string) =>
      drawer
        .locator('input[type=file]')
        .setInputFiles({ name: 'camt.xml', mimeType: 'application/xml', buffer: Buffer.from(text) });
    await give(answer('rent-11').slice(0, -20));
    await drawer.getByRole('button', { name: 'Read it' }).click();
    await drawer.getByText('no bank statement').waitFor();
    await give(answer('rent-11'));
    await drawer.getByRole('button', { name: 'Read it' }).click();
    await drawer.getByRole('cell', { name: 'Not one of ours, or not sent' }).waitFor();
    await clean();
  });
});

test('a partner enters where it is paid, and sees that it waits; a viewer only reads', async () => {
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/account');
    await page.getByText('Vous n’avez pas encore dit où vous êtes payé.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Saisir un compte' }).click();
    const drawer = page.getByRole('dialog', { name: 'Saisir un compte' });
    await drawer.getByLabel('Titulaire du compte').fill('Atelier Lumière SARL');
    await drawer.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
    await drawer.getByRole('button', { name: 'Saisir le compte' }).click();
    await page.getByText('À confirmer').waitFor();
    await page.getByText('DE•• •••• 3000').waitFor();
    expect(await page.getByRole('button', { name: 'Confirmer' }).count()).toBe(0);
    await clean();
  });
  await visiting({ as: 'viewer' }, async ({ page, clean }) => {
    await page.goto('/console/payments/accounts');
    await page.getByText('DE•• •••• 3000').waitFor();
    await page.getByText('Whoever enters or makes something does not approve it.').waitFor();
    expect(await page.getByRole('button', { name: /Confirm|Enter|Keep/ }).count()).toBe(0);
    await clean();
  });
});
