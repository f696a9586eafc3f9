import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

const ALLOWED = 'https://app.alpes.example';
const FOREIGN = 'https://elsewhere.example';

/** The company's own application, which shows `url` in a frame. */
async function openApplication(page: Page, origin: string, url: string): Promise<void> {
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="fr"><title>Application</title><body><iframe title="Portail" src="${url}" width="900" height="700"></iframe>`,
    }),
  );
  await page.goto(`${origin}/partenaires`);
}

async function embedUrl(): Promise<string> {
  await post(stage.origin, stage.secretKey, '/api/v1/workspace', { embedOrigins: [ALLOWED] }, 'PATCH');
  const path = `/api/v1/partners/${stage.partnerIds.lumiere}/embed-tokens`;
  return String((await post(stage.origin, stage.secretKey, path, { minutes: 5 }))['url']);
}

test('the portal of a partner is shown inside the application of the company, walked through, and writes nothing', async () => {
  const url = await embedUrl();
  await visiting({ language: 'fr' }, async ({ page }) => {
    await openApplication(page, ALLOWED, url);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Gagné à ce jour').first().waitFor();
    await frame.getByRole('link', { name: 'Contributions' }).click();
    await frame.getByRole('table').getByRole('row').nth(1).waitFor();
    const inside = page.frames().find((one) => one.url().includes('/embed/'));
    expect(new URL(inside?.url() ?? '').pathname).toBe('/embed/alpes-equipement/portal/contributions');
    expect(inside?.url()).not.toContain('emb_');
    await frame.getByRole('button', { name: 'Votre menu' }).click();
    await frame.getByText('English').click();
    await frame.getByRole('link', { name: 'Overview' }).waitFor();
    expect(await frame.getByRole('menuitem', { name: 'Sign out' }).count()).toBe(0);
    const refused = await inside?.evaluate(
      `fetch('/api/v1/workspaces', { credentials: 'include' }).then((answer) => answer.status)`,
    );
    expect(refused).toBe(401);
  });
});

test('an application that was not allowed shows nothing, and a token that is over says so', async () => {
  const url = await embedUrl();
  const { headers } = await fetch(url.split('#')[0] ?? '');
  expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${ALLOWED}`);
  expect((await fetch(`${stage.origin}/embed/nobody`)).status).toBe(404);
  expect((await fetch(`${stage.origin}/portal`)).headers.get('x-frame-options')).toBe('DENY');
  await visiting({}, async ({ page }) => {
    await openApplication(page, ALLOWED, `${url.slice(0, -4)}AAAA`);
    await page.frameLocator('iframe').getByText('This view is over.').waitFor();
  });
  // The browser says on its console whom it refused.
  await expect(
    visiting({}, async ({ page }) => {
      await openApplication(page, FOREIGN, url);
      await page.waitForTimeout(500);
      expect(page.frames().some((one) => one.url().includes('/embed/'))).toBe(false);
    }),
  ).rejects.toThrow(/frame-ancestors|refused to connect|Content Security Policy/i);
});
