import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

/** A device with a fingerprint reader that always agrees, of this page's browser. */
async function withDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Says no to whatever is asked from here on. */
    refuse: () => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
  };
}

/** Somebody of this file's own: signing out ends their session, which no other journey walks with. */
async function somebody(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@alpes.example`;
  const { invitationLink } = await post(stage.origin, stage.secretKey, '/api/v1/members', { email, name, role: 'viewer' });
  const token = new URL(String(invitationLink)).searchParams.get('token');
  await post(stage.origin, null, '/api/v1/invitation', { token, password: stage.password });
  return email;
}

test('a passkey is made in the settings, opens the door without a password, and no longer once it is removed', async () => {
  const email = await somebody('Odile');
  await visiting({ own: true }, async ({ page, clean }) => {
    const device = await withDevice(page);
    await page.goto('/sign-in?next=/console/settings/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(stage.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Name of the device').fill('Odile’s laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The passkey is ready.').waitFor();
    await page.getByText('Odile’s laptop').waitFor();
    await clean();
    expect(await device.keys()).toMatchObject([{ rpId: new URL(stage.origin).hostname, isResidentCredential: true }]);

    const leave = async () => {
      await page.getByRole('button', { name: 'Your menu' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.waitForURL(/sign-in/);
    };
    await leave();
    await page.goto('/sign-in?next=/console/settings/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('Odile’s laptop').waitFor();

    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('The passkey is removed.').waitFor();
    await leave();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('alert').waitFor();
    await clean();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
}, 120_000);

test('in French: a device that says no leaves one where one was, with what to do next', async () => {
  const email = await somebody('Basile');
  await visiting({ language: 'fr', width: 390, height: 844, own: true }, async ({ page, clean }) => {
    const device = await withDevice(page);
    await page.goto('/sign-in?next=/console/settings/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(stage.password);
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await page.getByLabel('Nom de l’appareil').fill('Téléphone');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByText('La clé d’accès est prête.').waitFor();
    await device.refuse();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.getByRole('alert').waitFor();
    await clean();
  });
}, 120_000);
