import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { simplePlan } from '../../../apps/server/test/terms.ts';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a partner looks through its commissions and reads its statement on a phone, in French', async () => {
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal');
    await page.getByRole('link', { name: 'Gains' }).click();
    await page.getByRole('heading', { name: 'Gains' }).waitFor();
    await page.getByRole('table', { name: 'Commissions' }).getByRole('link').first().waitFor();
    await clean();
    await page.getByRole('combobox', { name: 'État' }).click();
    await page.getByRole('option', { name: 'Refusée' }).click();
    // Others of this run may refuse some meanwhile.
    await page.getByText('Aucune dans cet état.').or(page.getByRole('table').getByText('Refusée')).first().waitFor();
    await page.getByRole('link', { name: 'Relevé' }).click();
    await page.getByRole('combobox', { name: 'Période' }).click();
    await page.getByRole('option', { name: 'Les 90 derniers jours' }).click();
    const sheet = page.getByRole('table', { name: 'Relevé en EUR' });
    await sheet.getByText('Commission acquise').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
    await sheet.getByRole('link', { name: 'Commission acquise' }).first().click();
    await page.getByRole('dialog').getByText('Ce que cela a rapporté').waitFor();
  });
});

/** `−€1,234.50` → -123450n */
function cents(cell: string): bigint {
  const amount = BigInt(cell.replace(/\D/g, ''));
  return /[−-]/.test(cell) ? -amount : amount;
}

test('the statement adds up, is a file, and on paper is nothing but itself', async () => {
  await visiting({ as: 'partner' }, async ({ page, clean }) => {
    const year = new Date().getFullYear();
    await page.goto(`/portal/statement?from=${year}-01-01&to=${year}-12-31`);
    const sheet = page.getByRole('table', { name: 'Statement in EUR' });
    await sheet.getByText('At the end').waitFor();
    await clean();
    const amounts = (await sheet.getByRole('row').allInnerTexts()).map((row) => row.split('\t').slice(3).map(cents));
    const movements = amounts.slice(1, -1);
    const total = movements.reduce((sum, row) => sum.map((value, column) => value + (row[column] ?? 0n)), [0n, 0n, 0n, 0n]);
    expect(movements.length).toBeGreaterThan(5);
    expect(amounts.at(-1)).toEqual(total);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    expect(await readFile((await file.path()) ?? '', 'utf8')).toContain('commission earned');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'CSV', exact: true }).isVisible()).toBe(false);
    expect(await sheet.isVisible()).toBe(true);
  });
});

test('a partner reads its terms in plain sentences, and what will be different from when on', async () => {
  const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
  const program = await send('programs', {
    name: 'Prescription',
    destinationUrl: 'https://boutique.alpes.example/',
    plan: simplePlan,
  });
  await send(`plans/${String(program['planId'])}/publication`, {});
  await send('enrollments', { programId: program['id'], partnerId: stage.partnerIds.refuge });
  const rules = [{ ...simplePlan.rules[0], reward: { kind: 'percent', rate: '12.5%' } }];
  await send(`plans/${String(program['planId'])}/versions`, { document: { ...simplePlan, rules } });
  await send(`plans/${String(program['planId'])}/publication`, {});
  await visiting({ as: 'otherPartner' }, async ({ page, clean }) => {
    await page.goto('/portal/terms');
    const terms = page.getByRole('region', { name: 'Prescription' });
    await terms.getByText('Changes on').waitFor();
    expect(await terms.locator('del').allInnerTexts()).toEqual(['10% ']);
    expect(await terms.locator('ins').allInnerTexts()).toEqual(['12.5% ']);
    await clean();
  });
  await visiting({ as: 'otherPartner', language: 'fr', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/portal/terms');
    await page.getByRole('region', { name: 'Prescription' }).getByText('Changements le').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
});
