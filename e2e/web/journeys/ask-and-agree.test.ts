import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openFrontDoors, sendEnvelope, type FrontDoors } from '../front-doors.ts';
import { sharedBrowser } from '../on-stage.ts';
import { violations, visit, type Arrival } from '../visit.ts';

let browser: Browser;
let doors: FrontDoors;

beforeAll(async () => {
  [browser, doors] = await Promise.all([sharedBrowser(), openFrontDoors()]);
}, 120_000);

afterAll(async () => {
  await doors.close();
});

/** Somebody at the door; axe finds nothing on the page each time it is called, and nothing is wider than a phone. */
async function atTheDoor(arrival: Arrival, walk: (page: Page, clean: () => Promise<void>) => Promise<void>): Promise<void> {
  const stage = { origin: doors.origin, cookies: { owner: doors.owner } };
  const { page, leave } = await visit(browser, stage, { width: 390, height: 844, ...arrival });
  await walk(page, async () => {
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
  await leave();
}

const applying = [
  {
    language: 'fr',
    name: 'Atelier Lumière',
    email: 'ana@atelier.example',
    labels: ['Société, ou votre nom', 'Qui écrit', 'Adresse e-mail', 'Site', 'Qui connaissez-vous', 'Votre domaine'],
    choices: ['Genève', '4', 'Oui'],
    send: 'Envoyer la candidature',
    wrong: 'Il reste à corriger',
    almost: 'Presque fini',
    confirm: 'Confirmer mon adresse',
    confirmed: 'Merci',
    heading: 'Candidatures',
  },
  {
    language: 'en',
    name: 'Kestrel & Sons',
    email: 'ben@kestrel.example',
    labels: ['Company, or your name', 'Who writes', 'E-mail', 'Website', 'Whom do you know', 'Your field'],
    choices: ['Geneva', '4', 'Yes'],
    send: 'Send the application',
    wrong: 'Something is still to be corrected',
    almost: 'Almost there',
    confirm: 'Confirm my address',
    confirmed: 'Thank you',
    heading: 'Applications',
  },
] as const;

test.each(applying)(
  'somebody applies by the form of a program, proves the address, and the company reads it ($language)',
  async (told) => {
    const { language } = told;
    await atTheDoor({ language }, async (page, clean) => {
      await page.goto(`/apply?form=${doors.form}`);
      await clean();
      const [name, contact, email, website, audience, field] = told.labels;
      await page.getByLabel(name).fill(told.name);
      await page.getByLabel(contact).fill('Ana Martin');
      await page.getByLabel(email).fill(told.email);
      await page.getByLabel(website).fill('ftp://atelier.example');
      await page.getByLabel(audience).fill('Tout Annecy');
      await page.getByLabel(field).selectOption('climbing');
      for (const choice of told.choices) await page.getByLabel(choice, { exact: true }).check();
      // Whoever sends a form sooner is taken for a robot.
      await page.waitForTimeout(3200);
      await page.getByRole('button', { name: told.send }).click();
      await page.locator('#told[data-state=fault]').getByText(told.wrong).waitFor();
      // What is wrong is said beside its field, and what was written stays.
      expect(await page.getByLabel(website).getAttribute('aria-describedby')).toBe('fault-website');
      expect(await page.locator('#fault-website').innerText()).not.toBe('');
      expect(await page.getByLabel(name).inputValue()).toBe(told.name);
      await clean();
      await page.getByLabel(website).fill('https://atelier.example');
      await page.getByRole('button', { name: told.send }).click();
      await page.getByText(told.almost).waitFor();
      expect(await page.getByRole('button', { name: told.send }).isVisible()).toBe(false);
      await clean();
      await page.goto(await doors.mailed(told.email, /(\/apply\/confirmation\S+)/));
      await clean();
      await page.getByRole('button', { name: told.confirm }).click();
      await page.getByText(told.confirmed).waitFor();
    });
    await atTheDoor({ as: 'owner', language, width: 1280 }, async (page) => {
      await page.goto('/console/applications');
      await page.getByRole('heading', { name: told.heading, level: 1 }).waitFor();
      await page.getByRole('link', { name: told.name }).click();
      await page.getByRole('heading', { name: told.name, level: 1 }).waitFor();
      await page.getByText('Tout Annecy').waitFor();
    });
  },
);

const signing = [
  {
    language: 'fr',
    email: 'zoe@alpes.example',
    askCode: 'M’envoyer le code',
    code: 'Le code à six chiffres',
    agree: 'Donner mon accord',
    sign: 'Signer le document',
    completed: 'Tous ont signé',
    file: 'Fichier PDF',
    check: 'Vérifier',
    valid: 'Valable',
    broken: 'Non valable',
  },
  {
    language: 'en',
    email: 'tom@kestrel.example',
    askCode: 'Send me the code',
    code: 'The code of six digits',
    agree: 'Agree',
    sign: 'Sign the document',
    completed: 'Everybody has signed',
    file: 'PDF file',
    check: 'Verify',
    valid: 'Valid:',
    broken: 'Not valid:',
  },
] as const;

test.each(signing)('somebody signs by link and code, and anybody sees that the paper is valid ($language)', async (told) => {
  const { language, email } = told;
  const id = await sendEnvelope(doors, { name: 'Zoé', email, side: 'partner', language });
  const link = await doors.mailed(email, /(\/sign\?token=[\w-]+)/);
  await atTheDoor({ language }, async (page, clean) => {
    await page.goto(link);
    await clean();
    await page.getByRole('button', { name: told.askCode }).click();
    const code = await doors.mailed(email, /\b(\d{6})\b/);
    await page.getByLabel(told.code).fill(code === '000000' ? '000001' : '000000');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: told.agree, exact: true }).click();
    await page.getByRole('alert').waitFor();
    await clean();
    await page.getByLabel(told.code).fill(code);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: told.agree, exact: true }).click();
    await page.getByRole('button', { name: told.sign }).waitFor();
    await clean();
    await page.getByRole('button', { name: told.sign }).click();
    await page.getByRole('status').getByText(told.completed).waitFor();
    await clean();
  });
  const place = `${doors.origin}/api/v1/envelopes/${id}/documents/1`;
  const answer = await fetch(place, { headers: { authorization: `Bearer ${doors.key}` } });
  const signed = Buffer.from(await answer.arrayBuffer());
  const changed = Buffer.from(signed);
  changed[600] = (changed[600] ?? 0) ^ 1;
  await atTheDoor({ language }, async (page, clean) => {
    await page.goto('/verify');
    await clean();
    for (const [buffer, verdict] of [[signed, told.valid] as const, [changed, told.broken] as const]) {
      await page.getByLabel(told.file).setInputFiles({ name: 'charte.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: told.check }).click();
      await page.getByRole('status').getByText(verdict).waitFor();
      await clean();
    }
  });
});
