import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FrontDoors } from './front-doors.ts';
import type { Language, Say } from './words.ts';

const DAY = 86_400_000;

interface Story {
  /** What each side reads. */
  readonly company: Language;
  readonly partner: Language;
  readonly name: string;
  readonly person: string;
  readonly email: string;
  /** The address of who signs for the company. */
  readonly signer: string;
}

/** Applies by the form of a program and proves the address. */
export async function applyByForm(page: Page, doors: FrontDoors, story: Story): Promise<void> {
  await page.goto(`/apply?form=${doors.form}`);
  const fr = story.partner === 'fr';
  const fill = (label: string, text: string) => page.getByLabel(label).fill(text);
  await fill(fr ? 'Société, ou votre nom' : 'Company, or your name', story.name);
  await fill(fr ? 'Qui écrit' : 'Who writes', story.person);
  await fill(fr ? 'Adresse e-mail' : 'E-mail', story.email);
  await fill(fr ? 'Qui connaissez-vous' : 'Whom do you know', 'Annecy');
  await page.getByLabel(fr ? 'Votre domaine' : 'Your field').selectOption('climbing');
  // Whoever sends a form sooner is taken for a robot.
  await page.waitForTimeout(3200);
  await page.getByRole('button', { name: fr ? 'Envoyer la candidature' : 'Send the application' }).click();
  await page.goto(await doors.mailed(story.email, /(\/apply\/confirmation\S+)/));
  await page.getByRole('button', { name: fr ? 'Confirmer mon adresse' : 'Confirm my address' }).click();
  await page.getByText(fr ? 'Merci' : 'Thank you').waitFor();
}

/** Begins a charter with its remuneration and a notice for replacements. */
export async function draftCharter(page: Page, say: Say, story: Story): Promise<void> {
  await page.getByLabel(say('Who answers for it at the company')).fill('Claire Martin');
  await page.getByLabel(say('Who answers for it at the partner')).fill(story.person);
  await page.getByRole('button', { name: say('Begin the charter') }).click();
  await page.getByRole('button', { name: say('Remuneration'), exact: true }).click();
  const plans = page.getByRole('dialog', { name: say('Remuneration') });
  await plans
    .getByRole('radio', { name: /version/i })
    .first()
    .check();
  await plans.getByRole('button', { name: say('Save') }).click();
  await plans.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: say('Other parts') }).click();
  await page.getByRole('menuitem', { name: say('Parties and validity') }).click();
  const frame = page.getByRole('dialog', { name: say('Parties and validity') });
  await frame.getByLabel(say('Days of notice for a replacement')).fill('30');
  await frame.getByRole('button', { name: say('Save'), exact: true }).click();
  await frame.waitFor({ state: 'detached' });
}

/** Says in the open drawer who signs for each side. */
export async function nameSigners(page: Page, say: Say, story: Story): Promise<void> {
  const form = page.getByRole('dialog');
  const signers = [
    ['Claire Martin', story.signer, story.company],
    [story.person, story.email, story.partner],
  ] as const;
  for (const [at, [name, email, language]] of signers.entries()) {
    const line = form.getByRole('group', { name: say('Signer {number}').replace('{number}', String(at + 1)) });
    await line.getByLabel(say('Name')).fill(name);
    await line.getByLabel(say('E-mail')).fill(email);
    await line.getByRole('combobox', { name: say('Written to in') }).click();
    await page.getByRole('option', { name: language === 'fr' ? say('French') : say('English') }).click();
  }
}

export async function archive(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('Make an archive') }).click();
  await page.getByText(say('Ready'), { exact: true }).first().waitFor({ timeout: 60_000 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: say('Download') }).click();
  expect((await saved).suggestedFilename()).toMatch(/^prt_.*\.zip$/);
}

/** Answers every number and every yes or no, and seals. */
export async function answerAlone(page: Page, say: Say, months: number): Promise<void> {
  await page.getByRole('button', { name: say('Seal the answers') }).waitFor();
  for (const field of await page.locator('main input[inputmode=numeric]').all()) await field.fill(String(months));
  for (const no of await page.getByRole('radio', { name: say('No'), exact: true }).all()) await no.check();
  await page.getByRole('button', { name: say('Seal the answers') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Seal'), exact: true })
    .click();
}

/** Presses a button and says yes to what it asks. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Opens what is done about a leaving, fills it in, and does it. */
export async function act(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The same of what something may keep: it is said what, and a reason passes it by. */
export async function actDespite(page: Page, say: Say, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  const reason = dialog.getByLabel(say('Why it is done all the same'));
  await reason
    .or(page.getByText(say('Done.')))
    .first()
    .waitFor();
  if (!(await reason.isVisible())) return;
  await reason.fill('Agreed between both.');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The words before the first value in them. */
export function before(words: string): string {
  return words.split(/[<{]/)[0]?.trim() ?? '';
}

export function dayAhead(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}
