import type { Page } from 'playwright-core';
import type { FrontDoors } from './front-doors.ts';

/** What the page of a signer says, in the language of the signer. */
const signingPage = {
  fr: {
    askCode: 'M’envoyer le code',
    code: 'Le code à six chiffres',
    agree: 'Donner mon accord',
    sign: 'Signer le document',
    signed: 'Vous avez signé',
    completed: 'Tous ont signé',
  },
  en: {
    askCode: 'Send me the code',
    code: 'The code of six digits',
    agree: 'Agree',
    sign: 'Sign the document',
    signed: 'You have signed',
    completed: 'Everybody has signed',
  },
} as const;

interface Signer {
  readonly email: string;
  readonly language: 'fr' | 'en';
}

/**
 * What somebody does on the page its link leads to, which stands open: reads, gets the code by mail, agrees and signs. `last`: nobody is left
 * to sign after it.
 */
export async function signOnPage(
  page: Page,
  doors: Pick<FrontDoors, 'mailed'>,
  { email, language }: Signer,
  last: boolean,
): Promise<void> {
  const words = signingPage[language];
  await page.getByRole('button', { name: words.askCode }).click();
  await page.getByLabel(words.code).waitFor();
  await page.getByLabel(words.code).fill(await doors.mailed(email, /\b(\d{6})\b/));
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: words.agree, exact: true }).click();
  await page.getByRole('button', { name: words.sign }).click();
  await page
    .getByRole('status')
    .getByText(last ? words.completed : words.signed)
    .waitFor();
}

/** The same from the mail on: the link in the last one to this address is opened first. */
export async function signByMail(page: Page, doors: Pick<FrontDoors, 'mailed'>, signer: Signer, last: boolean): Promise<void> {
  await page.goto(await doors.mailed(signer.email, /(\/sign\?token=[\w-]+)/));
  await signOnPage(page, doors, signer, last);
}
