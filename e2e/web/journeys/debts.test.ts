import { expect, test } from 'vitest';
import { simplePlan } from '../../../apps/server/test/terms.ts';
import type { Locator } from 'playwright-core';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { stage, visiting } = onStage();

/**
 * Paid 10 crowns for a sale that was refunded then. In a currency of its own and within this month, so that other journeys see
 * nothing of it: the files of entries of former months ask for no rate.
 */
async function oweInCrowns(): Promise<void> {
  const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
  const plan = { ...simplePlan, currency: 'SEK', holdDays: 0 };
  const program = await send('programs', { name: 'Norden', destinationUrl: 'https://butik.alpes.example/', plan });
  await send(`plans/${String(program['planId'])}/publication`, {});
  const { id: enrollmentId } = await send('enrollments', { programId: program['id'], partnerId: stage.partnerIds.refuge });
  await send('coupons', { enrollmentId, code: 'NORDEN2' });
  const sale = { eventId: 'order-in-crowns', customer: { externalId: 'crowns' }, currency: 'SEK', amount: 10_000 };
  await send('track/sale', { ...sale, coupon: 'NORDEN2' });
  await send('releases', {});
  const payout = await send('payouts', { partnerId: stage.partnerIds.refuge, currency: 'SEK' });
  await send(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await send('track/refund', { eventId: 'crowns-back', saleEventId: sale.eventId, reason: 'refund' });
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Two amounts by two days, the rest of the way by keyboard; the first of them lies in the past. */
async function typeOwnInstalments(drawer: Locator): Promise<void> {
  const keyboard = drawer.page().keyboard;
  await drawer.getByText('Own amounts').click();
  await drawer.getByText('All of it is spread.').waitFor();
  await drawer.getByLabel('Amount of instalment 1').fill('4');
  await drawer.getByText('Left to spread: SEK 6.00').waitFor();
  const add = drawer.getByRole('button', { name: 'Add an instalment' });
  await add.focus();
  await keyboard.press('Enter');
  // What is left is there, and the cursor in its day.
  expect(await drawer.getByLabel('Amount of instalment 2').inputValue()).toBe('6.00');
  expect(await drawer.getByLabel('Day of instalment 2').evaluate((field) => field === document.activeElement)).toBe(true);
  await drawer.getByLabel('Amount of instalment 2').fill('8');
  await drawer.getByText('SEK 2.00 too much').waitFor();
  await drawer.getByRole('button', { name: 'Remove instalment 2' }).focus();
  await keyboard.press('Enter');
  await drawer.getByText('Left to spread: SEK 6.00').waitFor();
  await add.focus();
  await keyboard.press('Enter');
  await drawer.getByText('All of it is spread.').waitFor();
  await drawer.getByLabel('Day of instalment 1').fill(dayAhead(-3));
}

test('a debt after a refund: a plan of own amounts by own days is proposed', async () => {
  await oweInCrowns();
  await visiting({ as: 'finance' }, async ({ page, clean }) => {
    await page.goto('/console/payments/debts');
    const row = page.getByRole('row', { name: /Refuge Conseil/ });
    await row.getByText('SEK 10.00').waitFor();
    await clean();
    await row.getByRole('button', { name: 'Propose a plan' }).click();
    const drawer = page.getByRole('dialog', { name: 'Propose a payment plan' });
    await drawer.getByText('SEK 3.34').waitFor();
    await typeOwnInstalments(drawer);
    await drawer.getByLabel('Why').fill('One order came back after it was paid.');
    await clean();
    await drawer.getByRole('button', { name: 'Propose', exact: true }).click();
    // A day lies in the past: it is told beside that field, which has the focus, and nothing typed is lost.
    await drawer.getByText('An instalment lies in the past').waitFor();
    expect(await drawer.getByLabel('Day of instalment 1').evaluate((field) => field === document.activeElement)).toBe(true);
    await clean();
    await drawer.getByLabel('Day of instalment 1').fill(dayAhead(20));
    await drawer.getByRole('button', { name: 'Propose', exact: true }).click();
    const plan = page.getByRole('dialog', { name: 'Payment plan' });
    await plan.getByText('has not answered yet').waitFor();
    await clean();
  });
});

test('the partner agrees to the plan, and pays it back', async () => {
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/payments');
    await page.getByRole('button', { name: 'Voir la proposition' }).click();
    const plan = page.getByRole('dialog', { name: 'Échéancier' });
    await plan.getByText('One order came back after it was paid.').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
    await plan.getByRole('button', { name: 'Accepter' }).click();
    const asked = page.getByRole('dialog', { name: 'Accepter cet échéancier ?' });
    await asked.getByRole('button', { name: 'Accepter' }).click();
    await plan.getByText('En cours').first().waitFor();
    await clean();
  });
  await visiting({ as: 'finance', scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/payments/debts');
    await page.getByRole('button', { name: 'Running' }).click();
    const plan = page.getByRole('dialog', { name: 'Payment plan' });
    await plan.getByRole('button', { name: 'The partner paid' }).click();
    const asked = page.getByRole('dialog', { name: 'What did the partner pay?' });
    await asked.getByLabel('Reference').fill('Swish 12');
    await clean();
    await asked.getByRole('button', { name: 'Record the payment' }).click();
    await plan.getByText('Swish 12').waitFor();
    await plan.getByText('Paid back').first().waitFor();
    await clean();
  });
});
