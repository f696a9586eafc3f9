import { expect, test } from 'vitest';
import { simplePlan } from '../../../apps/server/test/terms.ts';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { stage, visiting } = onStage();

const DAY = 86_400_000;

/** Dollars that are payable: a sale of long ago in a program that holds nothing back. */
async function earnDollars(): Promise<void> {
  const { origin, secretKey } = stage;
  const send = (path: string, body: unknown) => post(origin, secretKey, `/api/v1/${path}`, body);
  const plan = { ...simplePlan, rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } }], holdDays: 0 };
  const program = await send('programs', { name: 'Amérique', destinationUrl: 'https://alpes.example/us', plan });
  await send(`plans/${String(program['planId'])}/publication`, {});
  const enrollment = await send('enrollments', { programId: program['id'], partnerId: stage.partnerIds.refuge });
  await send('coupons', { enrollmentId: enrollment['id'], code: 'DOLLARS' });
  await send('track/sale', {
    eventId: 'order-usd-1',
    customer: { externalId: 'client-usd' },
    currency: 'USD',
    amount: 108_230,
    coupon: 'DOLLARS',
  });
  await send('releases', {});
}

/** The bank's file of the day before, as it is published. */
function rates(): { name: string; mimeType: string; buffer: Buffer } {
  const day = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  return { name: 'eurofxref.csv', mimeType: 'text/csv', buffer: Buffer.from(`Date, USD, CHF, \n${day}, 1.0823, 0.9312, \n`) };
}

test('finance loads the rates of the bank, exchanges what is payable in dollars, and reads why', async () => {
  await earnDollars();
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/payments/currencies');
    await page.getByText('Aucun taux n’est encore connu').waitFor();
    await page.getByRole('button', { name: 'Changer USD…' }).click();
    const drawer = page.getByRole('dialog', { name: 'Changer USD' });
    await drawer.getByText('pas de taux de référence récent').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Charger un fichier…' }).click();
    const loading = page.getByRole('dialog', { name: 'Taux de référence' });
    const chosen = page.waitForEvent('filechooser');
    await loading.getByText('Choisir un fichier').click();
    await (await chosen).setFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await loading.getByRole('button', { name: 'Charger les taux' }).click();
    await loading.getByText('pas un fichier lisible').waitFor();
    await clean();
    const again = page.waitForEvent('filechooser');
    await loading.getByText('notes.csv').click();
    await (await again).setFiles(rates());
    await loading.getByRole('button', { name: 'Charger les taux' }).click();
    await page.getByRole('table', { name: 'Taux de référence' }).getByText('1,0823').waitFor();
    await page.getByRole('button', { name: 'Changer USD…' }).click();
    await drawer
      .getByRole('row', { name: /Refuge Conseil/ })
      .getByText('100,00 €')
      .waitFor();
    await clean();
    await drawer.getByRole('button', { name: 'Changer', exact: true }).click();
    const done = page.getByRole('table', { name: 'Ce qui a été changé' });
    await done.getByText('1 EUR = 1,0823 USD').waitFor();
    await clean();
    await done.getByRole('link', { name: '100,00 €' }).click();
    await page.getByText('Changé aux taux de référence de la Banque centrale européenne').waitFor();
    await clean();
  });
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/payments/currencies');
    await page.getByText('1 EUR = 1.0823 USD').waitFor();
    expect(await page.getByRole('button', { name: 'Load a file…' }).count()).toBe(0);
    await clean();
  });
});
