import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post, type Answer } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

async function enrollmentOf(partnerId: string): Promise<string> {
  const response = await fetch(`${stage.origin}/api/v1/enrollments?partnerId=${partnerId}`, {
    headers: { authorization: `Bearer ${stage.secretKey}` },
  });
  return String(((await response.json()) as { items: Answer[] }).items[0]?.['id']);
}

/** Declared by Refuge Conseil itself. */
async function declared(kind: 'deal' | 'introduction', name: string): Promise<string> {
  const body = { kind, enrollmentId: await enrollmentOf(stage.partnerIds.refuge), customer: { name } };
  return String((await post(stage.origin, stage.cookies.otherPartner, '/api/v1/contributions', body))['id']);
}

/** Chooses the company's first program where there are several: other journeys make some, and enroll partners in them. */
async function inAffiliation(page: Page, program: Locator): Promise<void> {
  const several = await program.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
  if (!several) return;
  await program.click();
  await page.getByRole('option', { name: 'Affiliation', exact: true }).click();
}

test('a manager comes from home, confirms and refuses by keyboard, and withdraws what was confirmed', async () => {
  const deal = await declared('deal', 'Chalet Nord');
  await declared('introduction', 'Hôtel Sud');
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto('/console');
    await page.getByRole('link', { name: /contributions? to confirm/ }).click();
    await page.waitForURL(/state=waiting/);
    await page.goto(`/console/contributions?state=waiting&partnerId=${stage.partnerIds.refuge}`);
    const rows = page.locator('tbody tr[data-index]');
    await rows.filter({ hasText: 'Chalet Nord' }).waitFor();
    await clean();
    // The newest first: the introduction, then the deal.
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    const refusal = page.getByRole('dialog', { name: 'Refuse this contribution?' });
    await refusal.getByRole('button', { name: 'Refuse' }).click();
    await refusal.locator('[aria-invalid=true]').waitFor();
    await clean();
    await refusal.getByLabel('Reason').fill('Served by our own team');
    await page.keyboard.press('Control+Enter');
    await rows.filter({ hasText: 'Hôtel Sud' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Chalet Nord' }).focus();
    await page.keyboard.press('a');
    const confirmation = page.getByRole('dialog', { name: 'Confirm this contribution?' });
    await confirmation.getByRole('button', { name: 'Confirm' }).click();
    await confirmation.getByText('Say which customer it is').waitFor();
    await clean();
    await confirmation.getByLabel('Your id of the customer').fill('client-nord');
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: 'Chalet Nord' }).waitFor({ state: 'detached' });

    await page.goto(`/console/partners/${stage.partnerIds.refuge}/contributions?open=${deal}`);
    const drawer = page.getByRole('dialog', { name: 'Deal' });
    await drawer.getByRole('link', { name: 'Confirmed' }).waitFor();
    await clean();
    await drawer.getByRole('button', { name: 'Withdraw' }).click();
    const withdrawal = page.getByRole('dialog', { name: 'Withdraw this contribution?' });
    await withdrawal.getByLabel('Reason').fill('The customer went elsewhere');
    await withdrawal.getByRole('button', { name: 'Withdraw' }).click();
    await drawer.getByText('The customer went elsewhere').waitFor();
    await drawer.getByRole('link', { name: 'Withdrawn' }).waitFor();
  });
  await visiting({ as: 'otherPartner', language: 'fr' }, async ({ page }) => {
    await page.goto('/portal/declared');
    await page
      .getByRole('row', { name: /Hôtel Sud/ })
      .getByText('Refusée')
      .waitFor();
    await page.getByRole('link', { name: 'Hôtel Sud' }).click();
    await page.getByRole('dialog').getByText('Served by our own team').waitFor();
  });
}, 150_000);

test('an owner agrees a split in French, and what stands against it is told before it is passed over', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    const split = async (name: string, shares: readonly [string, string]) => {
      await page.goto('/console/contributions?open=new');
      const form = page.getByRole('dialog', { name: 'Déclarer une contribution' });
      await form.getByRole('combobox', { name: 'Quoi' }).click();
      await page.getByRole('option', { name: 'Partage convenu' }).click();
      await inAffiliation(page, form.getByRole('combobox', { name: 'Programme' }));
      for (const [index, partner] of ['Atelier Lumière', 'Refuge Conseil'].entries()) {
        await form.getByRole('combobox', { name: `Partenaire ${index + 1}` }).fill(partner);
        await page.getByRole('option', { name: partner }).click();
      }
      await form.getByLabel('Part du partenaire 1').fill(shares[0]);
      await form.getByLabel('Part du partenaire 2').fill(shares[1]);
      await form.getByLabel('Client', { exact: true }).fill(name);
      await form.getByLabel('Votre identifiant du client').fill('client-partage');
      await form.getByRole('button', { name: 'Déclarer' }).click();
      return form;
    };
    const form = await split('Camping Bleu', ['60', '30 %']);
    await form.getByText(/Les parts doivent faire 100/).waitFor();
    await clean();
    await form.getByLabel('Part du partenaire 2').fill('40 %');
    await form.getByRole('button', { name: 'Déclarer' }).click();
    const drawer = page.getByRole('dialog', { name: 'Partage convenu' });
    await drawer.getByText('40 %').waitFor();
    await drawer.getByText('Claire Martin').waitFor();
    await clean();
    const confirm = page.getByRole('dialog', { name: 'Confirmer cette contribution ?' });
    await drawer.getByRole('button', { name: 'Confirmer' }).click();
    await confirm.getByRole('button', { name: 'Confirmer' }).click();
    await drawer.getByText('Confirmée', { exact: true }).first().waitFor();

    await split('Camping Bleu', ['1/2', '1/2']);
    await drawer.getByText(/Un autre partage est convenu/).waitFor();
    await drawer.getByRole('button', { name: 'Confirmer' }).click();
    await confirm.getByRole('button', { name: 'Confirmer' }).click();
    await confirm.getByRole('alert').first().waitFor();
    await clean();
    await confirm.getByLabel('Je le sais, et je confirme quand même').check();
    await confirm.getByRole('button', { name: 'Confirmer' }).click();
    await confirm.waitFor({ state: 'detached' });
  });
}, 150_000);

test('on a phone a manager declares for a partner from its page; a viewer reads and decides nothing', async () => {
  await visiting({ as: 'manager', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto(`/console/partners/${stage.partnerIds.lumiere}/contributions`);
    await page.getByRole('button', { name: 'Declare for this partner' }).click();
    const form = page.getByRole('dialog', { name: 'Declare a contribution' });
    await form.getByLabel('Customer', { exact: true }).fill('Gîte Vert');
    await form.getByLabel('Expected amount').fill('1,250.00');
    await clean();
    await inAffiliation(page, form.getByRole('combobox', { name: 'Program' }));
    await form.getByRole('button', { name: 'Declare' }).click();
    await page.getByRole('dialog', { name: 'Deal' }).getByText('Declared by the company').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Gîte Vert' }).waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await visiting({ as: 'viewer' }, async ({ page, clean }) => {
    await page.goto(`/console/contributions?partnerId=${stage.partnerIds.lumiere}`);
    await page.getByRole('link', { name: 'Gîte Vert' }).click();
    await page.getByRole('dialog', { name: 'Deal' }).getByText('Declared by the company').waitFor();
    await clean();
    expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  });
}, 150_000);
