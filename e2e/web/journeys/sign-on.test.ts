import { test } from 'vitest';
import { PROVIDER_CLIENT, startIdentityProvider } from '../../../apps/server/test/identity-provider.ts';
import { onStage } from '../on-stage.ts';
import { post } from '../api.ts';

const { visiting, stage } = onStage();

test('an owner connects the company’s provider, tests and activates it; a colleague comes in by it, and one without a verified address is told why', async () => {
  const answer = await fetch(`${stage.origin}/api/v1/sign-on`, { headers: { authorization: `Bearer ${stage.secretKey}` } });
  const { redirectUri } = (await answer.json()) as { redirectUri: string };
  const provider = await startIdentityProvider([redirectUri], stage.providerPort);
  try {
    await visiting({ as: 'owner' }, async ({ page, clean }) => {
      await page.goto('/console/settings/sign-on');
      await page.getByRole('button', { name: 'Connect a provider' }).click();
      const drawer = page.getByRole('dialog', { name: 'Connect a provider' });
      await drawer.getByLabel('Issuer').fill('http://login.example.com');
      await drawer.getByLabel('Client id').fill(PROVIDER_CLIENT.id);
      await drawer.getByLabel('Client secret', { exact: true }).fill('not the secret');
      await drawer.getByLabel('Domains of addresses').first().fill('alpes.example');
      await page.keyboard.press('Enter');
      await drawer.getByLabel('Somebody new becomes').first().click();
      await page.getByRole('option', { name: 'Reader' }).click();
      await drawer.getByRole('button', { name: 'Connect' }).click();
      await drawer.getByText('This address may not be called from here').waitFor();
      await clean();
      await drawer.getByLabel('Issuer').fill(provider.issuer);
      await drawer.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('Connected, not active yet').waitFor();

      await page.getByRole('button', { name: 'Test the connection' }).click();
      await page.getByText('It does not know this client id with this secret.').waitFor();
      await clean();
      await page.getByRole('button', { name: 'Activate' }).click();
      await page.getByText('The identity provider cannot be used as it is set.').waitFor();

      await page.getByRole('button', { name: 'Change', exact: true }).click();
      const change = page.getByRole('dialog', { name: 'Change the provider' });
      await change.getByLabel('Client secret', { exact: true }).fill(PROVIDER_CLIENT.secret);
      await change.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Activate' }).click();
      await page.getByText('Active', { exact: true }).waitFor();
      await clean();
    });

    provider.people.set('7', { email: 'lou@alpes.example', email_verified: true, name: 'Lou Berger' });
    provider.next = '7';
    await visiting({ language: 'fr' }, async ({ page, clean }) => {
      await page.goto('/console/facts');
      await page.getByRole('link', { name: 'Continuer avec Alpes Équipement' }).waitFor();
      await clean();
      await page.getByRole('link', { name: 'Continuer avec Alpes Équipement' }).click();
      await page.getByRole('heading', { name: 'Faits', exact: true }).waitFor();
      await page.goto('/console/settings/sign-in');
      await page.getByText('Vous êtes entré par la connexion d’entreprise').waitFor();
      await clean();
    });

    provider.people.set('8', { email: 'sam@alpes.example', email_verified: false });
    provider.next = '8';
    await visiting({}, async ({ page, clean }) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'Continue with Alpes Équipement' }).click();
      await page.getByText('Your identity provider does not confirm your e-mail address.').waitFor();
      await page.getByText('sign-on/unverified_email').waitFor();
      await clean();
    });
  } finally {
    await post(stage.origin, stage.secretKey, '/api/v1/sign-on', {}, 'DELETE').catch(() => undefined);
    await provider.close();
  }
});
