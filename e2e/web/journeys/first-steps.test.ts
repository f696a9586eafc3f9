import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('a new company: a program from a template, its plan published, the script seen live, a partner with its link', async () => {
  // Somebody of their own: whoever has a second company meets other first screens.
  const founder = { email: 'founder@alpes.example', name: 'Flora Founder', role: 'owner' };
  const { invitationLink } = await post(stage.origin, stage.secretKey, '/api/v1/members', founder);
  await visiting({}, async ({ page, clean }) => {
    const link = new URL(String(invitationLink));
    await page.goto(`${link.pathname}${link.search}`);
    await page.getByLabel('Password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    const name = `Jeune Pousse ${Date.now()}`;
    const workspace = { name, country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' };
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    // Another company of the same person, as empty as on the first day.
    const made = await page.evaluate(async (body) => {
      const response = await fetch('/api/v1/workspaces', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
      return (await response.json()) as { workspaceId: string };
    }, workspace);
    await page.evaluate(
      ([workspaceId, companyName]) =>
        localStorage.setItem(
          'cordee.membership',
          JSON.stringify({ workspaceId, role: 'owner', partnerId: null, name: companyName }),
        ),
      [made.workspaceId, name],
    );
    await page.goto('/console');
    await page.getByText('First steps: 1 of 5').waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();
    await page.getByLabel('Name').fill('Friends of the house');
    await page.getByLabel('Where links lead').fill('https://pousse.example/bienvenue');
    await clean();
    await page.getByRole('button', { name: 'Make the program' }).click();
    await page.getByRole('button', { name: 'Publish the plan' }).click();
    await page.getByText('The plan of Friends of the house is published.').waitFor();
    await page.getByRole('button', { name: 'Make the script for pousse.example' }).click();
    await page.getByText('data-key="pk_').waitFor();
    await page.getByText('Not seen on pousse.example yet.').waitFor();
    await clean();
    await fetch(`${stage.origin}/t.js`, { headers: { referer: 'https://pousse.example/bienvenue' } });
    await page.getByText('We just saw your script on pousse.example.').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Where sales come from' }).click();
    await page.getByRole('link', { name: 'Leave this out for now' }).click();
    await page.getByLabel('Name').fill('Premier Partenaire');
    await page.getByRole('button', { name: 'Invite the partner' }).click();
    expect(await page.getByLabel('Its link to share').innerText()).toContain('/r/');
    await clean();
    await page.getByRole('link', { name: 'Everything is ready' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });
}, 180_000);
