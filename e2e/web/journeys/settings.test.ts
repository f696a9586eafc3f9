import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { post } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();

test('an owner invites a colleague and hands the link over, gives them another role, and removes them', async () => {
  await visiting({ as: 'owner' }, async ({ page, clean }) => {
    await page.goto('/console/settings/people');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const drawer = page.getByRole('dialog', { name: 'Invite somebody' });
    await drawer.getByLabel('Name').fill('Zoé Settings');
    await drawer.getByLabel('E-mail').fill('zoe.settings@alpes.example');
    await drawer.getByLabel('Finance').check();
    await clean();
    await drawer.getByRole('button', { name: 'Invite', exact: true }).click();
    expect(await drawer.getByLabel('Invitation link').innerText()).toMatch(/\/invitation\?token=/);
    await clean();
    await drawer.getByRole('button', { name: 'Done' }).click();
    const row = page.getByRole('row', { name: /Zoé Settings/ });
    await row.getByText('Finance').waitFor();
    await row.getByRole('button', { name: 'Change role' }).click();
    const role = page.getByRole('dialog', { name: 'The role of Zoé Settings' });
    await role.getByLabel('Reader').check();
    await role.getByRole('button', { name: 'Change role' }).click();
    await row.getByText('Reader').waitFor();
    await row.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
  });
});

test('a key is shown once, rotated, and revoked, in French', async () => {
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/settings/keys');
    await page.getByRole('button', { name: 'Créer une clé' }).click();
    const drawer = page.getByRole('dialog', { name: 'Créer une clé' });
    await drawer.getByRole('button', { name: 'Créer la clé' }).click();
    await drawer.getByText('Ce champ ne peut pas être vide.').waitFor();
    await clean();
    await drawer.getByLabel('Nom').fill('Boutique');
    await drawer.getByRole('button', { name: 'Créer la clé' }).click();
    const shown = page.getByRole('dialog', { name: 'La nouvelle clé' });
    expect(await shown.getByLabel('Clé', { exact: true }).innerText()).toMatch(/^sk_/);
    await clean();
    await shown.getByRole('button', { name: 'Je l’ai gardée' }).click();
    const row = page.getByRole('row', { name: /^Boutique/ });
    await row.getByRole('button', { name: 'Remplacer' }).click();
    const rotation = page.getByRole('dialog', { name: 'Remplacer Boutique' });
    await rotation.getByRole('button', { name: 'Faire la nouvelle clé' }).click();
    await rotation.getByText(/^sk_/).waitFor();
    await page.keyboard.press('Escape');
    await row.first().getByRole('button', { name: 'Révoquer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await row.getByText('Révoquée').first().waitFor();
    await clean();
  });
});

test('the second step is set up with an application, and switched off again', async () => {
  const email = 'second.step@alpes.example';
  const { invitationLink } = await post(stage.origin, stage.secretKey, '/api/v1/members', {
    email,
    name: 'Nils Second',
    role: 'viewer',
  });
  await visiting({}, async ({ page, clean }) => {
    const link = new URL(String(invitationLink));
    await page.goto(`${link.pathname}${link.search}`);
    await page.getByLabel('Password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.goto('/console/settings/sign-in');
    await page.getByRole('button', { name: 'Set up the second step' }).click();
    await page.getByLabel('Your password', { exact: true }).fill('not the one');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('This is not your password. Nothing was changed.').waitFor();
    await page.getByLabel('Your password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByAltText('Code to scan with the application').waitFor();
    await clean();
    const key = await page.getByLabel('Key to type instead').innerText();
    await page.getByLabel('Six digits').fill(codeOf(key, Date.now()));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Keep these emergency codes apart').waitFor();
    await clean();
    await page.getByRole('button', { name: 'I kept them' }).click();
    await page.getByText('Asked for at each sign-in').waitFor();
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByLabel('Your password', { exact: true }).fill('four unrelated words');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Set up the second step' }).waitFor();
  });
});

/** Six digits, as RFC 6238 makes them of a key and the time. */
function codeOf(key: string, at: number): string {
  const bits = key
    .replace(/=+$/, '')
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter));
  const text = bits.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((text.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', bytes).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
