import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { formatMonth, monthBefore } from '@cordee/core/closing';
import { periodOf } from '@cordee/core/time';
import { onStage } from '../on-stage.ts';

const { visiting } = onStage();
const ZONE = 'Europe/Paris';

/** The sales of the stage go back to it. */
const month = monthBefore(periodOf(Date.now(), 'month', ZONE).key, ZONE);
const name = formatMonth(month, 'fr');

test('finance closes a month and downloads a statement; a viewer only reads; the partner finds its own', async () => {
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/ledger');
    await page.getByRole('link', { name: 'Clôture' }).click();
    const months = page.getByRole('table', { name: 'Mois' });
    await months.getByText('En cours').waitFor();
    await clean();
    await months.getByRole('button', { name: `Clôturer ${name}` }).click();
    const asked = page.getByRole('dialog', { name: `Clôturer ${name} ?` });
    await asked.getByText('Un mois clos ne se rouvre pas.').waitFor();
    await clean();
    await asked.getByRole('button', { name: 'Clôturer le mois' }).click();
    await asked.waitFor({ state: 'detached' });
    const statements = page.getByRole('table', { name: `Relevés, ${name}` });
    await statements.getByText(`${month}-0001`).waitFor();
    await page.getByText(/\(SHA-256\) : [0-9a-f]{64}/).waitFor();
    expect(await months.getByRole('button', { name: `Clôturer ${name}` }).count()).toBe(0);
    await clean();
    const file = page.waitForEvent('download');
    await statements
      .getByRole('button', { name: /^PDF, / })
      .first()
      .click();
    const download = await file;
    expect(download.suggestedFilename()).toBe(`${month}-0001.pdf`);
    const bytes = await readFile((await download.path()) ?? '');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto(`/console/ledger/closing?period=${month}`);
    await page
      .getByRole('table', { name: `Statements of ${formatMonth(month, 'en')}` })
      .getByText(`${month}-0001`)
      .waitFor();
    expect(await page.getByRole('button', { name: /^Close/ }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
  await visiting({ as: 'partner', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/statement');
    const closed = page.getByRole('table', { name: 'Closed months' });
    await closed.getByText(formatMonth(month, 'en')).waitFor();
    expect(await closed.getByRole('row').count()).toBe(2);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
    const file = page.waitForEvent('download');
    await closed.getByRole('button', { name: /^PDF, / }).click();
    expect((await file).suggestedFilename()).toMatch(/\.pdf$/);
  });
});

test('who sealed which month is seen by all of the company; an owner renews the key, and takes the certificate along', async () => {
  await visiting({ as: 'viewer', language: 'fr', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/settings/seal');
    const key = page.getByRole('region', { name: 'Scelle actuellement : la clé 1' });
    await key.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/).waitFor();
    expect(await page.getByRole('button', { name: 'Renouveler la clé' }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await clean();
  });
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/settings/seal');
    const first = page.getByRole('region', { name: 'Seals now: key 1' });
    await first.getByText(`${formatMonth(month, 'en')} (`).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Renew the key' }).click();
    const asked = page.getByRole('dialog', { name: 'Seal with a new key?' });
    await clean();
    await asked.getByRole('button', { name: 'Renew the key' }).click();
    await page.getByRole('region', { name: 'Seals now: key 2' }).getByText('none yet').waitFor();
    const former = page.getByRole('region', { name: 'Key 1', exact: true });
    await former.getByText(`${formatMonth(month, 'en')} (`).waitFor();
    await clean();
    const file = page.waitForEvent('download');
    await former.getByRole('button', { name: 'Download the certificate: seal-1.pem' }).click();
    const bytes = await readFile((await (await file).path()) ?? '', 'utf8');
    expect(new X509Certificate(bytes).subject).toContain('Cordée');
  });
});
