import { expect, test } from 'vitest';
import { simplePlan } from '../../../apps/server/test/terms.ts';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { stage, visiting } = onStage();

/** A partner to whom 50 pounds are payable: in a currency of its own, so that no other journey pays it. */
async function owedInPounds(): Promise<string> {
  const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
  const plan = { ...simplePlan, holdDays: 0 };
  const program = await send('programs', { name: 'Britain', destinationUrl: 'https://shop.alpes.example/', plan });
  await send(`plans/${String(program['planId'])}/publication`, {});
  const partner = await send('partners', { name: 'Thames Gear', kind: 'affiliate', country: 'GB' });
  const enrollment = await send('enrollments', { programId: program['id'], partnerId: partner['id'] });
  await send('coupons', { enrollmentId: enrollment['id'], code: 'THAMES' });
  const customer = { externalId: 'thames' };
  await send('track/sale', { eventId: 'thames', customer, currency: 'GBP', amount: 50_000, coupon: 'THAMES' });
  await send('releases', {});
  return String(partner['id']);
}

test('a partner is paid by a file for Wise, line by line, and its page says when what was promised happened', async () => {
  const partnerId = await owedInPounds();
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto(`/console/partners/${partnerId}/account`);
    await page.getByRole('button', { name: 'Wise, PayPal ou Stripe' }).click();
    const drawer = page.getByRole('dialog', { name: 'Saisir un autre moyen d’être payé' });
    await drawer.getByLabel('Nom de la personne ou de la société payée').fill('Thames Gear Ltd');
    await drawer.getByLabel('IBAN').fill('GB82 WEST 1234 5698 7654 33');
    await drawer.getByRole('button', { name: 'Saisir' }).click();
    await drawer.getByText('clé').first().waitFor();
    await clean();
    await drawer.getByLabel('IBAN').fill('GB82 WEST 1234 5698 7654 32');
    await drawer.getByRole('button', { name: 'Saisir' }).click();
    await page.getByText('Wise · GB•• •••• 5432').waitFor();
    await page.getByText('Rien n’a encore été payé à ce partenaire.').waitFor();
    await clean();
  });
  await visiting({ as: 'owner', scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto(`/console/partners/${partnerId}/account`);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('In force', { exact: true }).waitFor();
    await page.goto('/console/payments?rail=wise&currency=GBP');
    await page.getByRole('checkbox', { name: 'Choose Thames Gear' }).check();
    await page.getByText('1 partner chosen').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Make a batch of those chosen' }).click();
    const drawer = page.getByRole('dialog', { name: 'Make a batch' });
    await drawer.getByText('Wise (file), GBP').waitFor();
    await clean();
    await drawer.getByRole('button', { name: 'Make the batch' }).click();
    await page.getByRole('table', { name: 'Lines of the batch' }).getByText('Under way').waitFor();
  });
  await visiting({ as: 'finance', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/console/payments/batches?state=waiting');
    await page
      .getByRole('row', { name: /£50\.00/ })
      .getByRole('link', { name: 'Commissions' })
      .click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the file' }).click();
    expect((await file).suggestedFilename()).toMatch(/^bat_\w+\.csv$/);
    await page.getByRole('button', { name: 'I handed it in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It was sent' }).click();
    await page.getByRole('button', { name: 'Arrived' }).click();
    await page.getByRole('dialog', { name: 'Did this payment arrive?' }).getByText('paid in the books').waitFor();
    await clean();
    await page.getByRole('dialog').getByRole('button', { name: 'It arrived' }).click();
    await page.getByText('Closed').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.goto(`/console/partners/${partnerId}/account`);
    await page.getByRole('list', { name: 'Steps of the payment' }).getByText('Arrived').waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

test('an owner connects Stripe and says on which day is paid; a partner sees the day', async () => {
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/payments/accounts');
    await page.getByRole('button', { name: 'Connect Stripe' }).click();
    const drawer = page.getByRole('dialog', { name: 'Connect Stripe' });
    await drawer.getByLabel('Key', { exact: true }).fill('whsec_1');
    await drawer.getByRole('button', { name: 'Connect' }).click();
    await drawer.getByText('does not have the expected form').waitFor();
    await clean();
    await drawer.getByLabel('Key', { exact: true }).fill('rk_test_0123456789abcdef');
    await drawer.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('rk_test_••••cdef').waitFor();
    await page.getByLabel('Header of your template for Wise').fill('name,amount,Pet name');
    await page.getByRole('button', { name: 'Keep the rules' }).click();
    await page.getByText('We cannot fill these columns: Pet name.').waitFor();
    await clean();
    await page.getByLabel('Header of your template for Wise').fill('');
    await page.getByLabel('Day of the month on which you pay').fill('5');
    await page.getByRole('button', { name: 'Keep the rules' }).click();
    await page.getByText('The rules are kept.').waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Not connected').waitFor();
  });
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/portal/payments');
    await page.getByText('Prochain jour de paiement').waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
